import { DAY } from '../shared/time';
import type { WallClock } from '../shared/zone';

type ByDay = { weekday: number; nth: number | null };

/** A recurrence rule, of the kinds that calendars of people use (RFC 5545, 3.3.10). */
export type IcalRule = {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  interval: number;
  count: number | null;
  /** As written, a date or a time; the last start that counts. */
  until: string | null;
  byDay: ByDay[];
  byMonthDay: number[];
  byMonth: number[];
  weekStart: number;
};

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'WKST']);

/** The rule, or the sentence that says why it cannot be taken. */
export function parseRule(text: string): IcalRule | string {
  const parts = new Map(
    text
      .split(';', 30)
      .map((part) => [part.split('=')[0]?.trim().toUpperCase() ?? '', part.split('=')[1]?.trim() ?? '']),
  );
  parts.delete('');
  for (const name of parts.keys())
    if (!KNOWN.has(name)) return `its rule has ${name.slice(0, 20)}, which is not supported`;
  const freq = FREQUENCIES.find((one) => one === parts.get('FREQ')?.toUpperCase());
  if (!freq) return `it repeats ${(parts.get('FREQ') ?? 'by no frequency').slice(0, 20)}, which is not supported`;
  const list = (name: string) => parts.get(name)?.split(',', 100) ?? [];
  const interval = Number(parts.get('INTERVAL') ?? 1);
  const count = parts.has('COUNT') ? Number(parts.get('COUNT')) : null;
  const byDay = list('BYDAY').map(parseByDay);
  const byMonthDay = list('BYMONTHDAY').map(Number);
  const byMonth = list('BYMONTH').map(Number);
  const isWhole = (low: number, high: number) => (n: number) =>
    Number.isInteger(n) && Math.abs(n) >= low && Math.abs(n) <= high;
  const weekStart = DAYS.indexOf(parts.get('WKST')?.toUpperCase() ?? 'MO');
  const isValid =
    isWhole(1, 10_000)(interval) &&
    interval > 0 &&
    (count === null || (isWhole(1, 1e9)(count) && count > 0)) &&
    byDay.every((day) => day !== null) &&
    byMonthDay.every(isWhole(1, 31)) &&
    byMonth.every((month) => isWhole(1, 12)(month) && month > 0) &&
    weekStart >= 0;
  if (!isValid) return 'its rule is malformed';
  const days = byDay.filter((day) => day !== null);
  const isNumbered = days.some(({ nth }) => nth !== null);
  if (isNumbered && (freq === 'DAILY' || freq === 'WEEKLY')) return 'its rule is malformed';
  if (freq === 'YEARLY' && days.length > 0 && byMonth.length === 0)
    return 'its rule counts weekdays of a year, which is not supported';
  return { freq, interval, count, until: parts.get('UNTIL') ?? null, byDay: days, byMonthDay, byMonth, weekStart };
}

function parseByDay(text: string): ByDay | null {
  const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/i.exec(text.trim());
  if (!match?.[2]) return null;
  const nth = match[1] === undefined ? null : Number(match[1]);
  return nth !== null && (nth === 0 || Math.abs(nth) > 5)
    ? null
    : { weekday: DAYS.indexOf(match[2].toUpperCase()), nth };
}

/** How many periods of a rule may still be looked at; shared by all events of a file. */
export type Budget = { left: number };

/**
 * The starts of a rule as wall clocks, in order, from `first` up to but without `to`; `last` is the latest that UNTIL
 * allows. COUNT counts from `first`; without it, what lies before `from` is jumped over. Always ends: when a start
 * reaches `to`, or when the budget is used up, which leaves `budget.left` at or below 0.
 */
export function* startsOf(
  rule: IcalRule,
  first: WallClock,
  from: WallClock,
  to: WallClock,
  last: WallClock | null,
  budget: Budget,
): Generator<WallClock> {
  const timeOfDay = modulo(first, DAY);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  const skipped = rule.count === null ? periodBefore(rule, first, from) : 0;
  for (let period = skipped; budget.left > 0; period += 1) {
    budget.left -= 1;
    const { begins, days } = daysOf(rule, first, period);
    for (const date of days) {
      const start = date * DAY + timeOfDay;
      if (start < first) continue;
      if (start >= to || (last !== null && start > last)) return;
      // The event's own start counts as the first, also if the rule does not name it.
      if (left === rule.count && start !== first) left -= 1;
      if (left <= 0) return;
      left -= 1;
      if (start >= from) yield start;
    }
    if (begins * DAY >= to) return;
  }
}

const PERIOD_DAYS = { DAILY: 1, WEEKLY: 7, MONTHLY: 31, YEARLY: 366 };

/** A period that surely begins before `from`, near it if that is far from `first`. */
const periodBefore = ({ freq, interval }: IcalRule, first: WallClock, from: WallClock): number =>
  Math.max(0, Math.floor((from - first) / (PERIOD_DAYS[freq] * interval * DAY)) - 2);

/** The dates of one period of a rule, in order, as days since 1970. */
function daysOf(rule: IcalRule, first: WallClock, period: number): { begins: number; days: number[] } {
  const firstDay = Math.floor(first / DAY);
  const { freq, interval, byDay } = rule;
  switch (freq) {
    case 'DAILY': {
      const day = firstDay + period * interval;
      const isOn = byDay.length === 0 || byDay.some(({ weekday }) => weekday === weekdayOf(day));
      return { begins: day, days: isOn && isInMonths(rule, day) && isMonthDay(rule, day) ? [day] : [] };
    }
    case 'WEEKLY': {
      const begins = firstDay - modulo(weekdayOf(firstDay) - rule.weekStart, 7) + period * interval * 7;
      const weekdays = byDay.length > 0 ? byDay.map(({ weekday }) => weekday) : [weekdayOf(firstDay)];
      const days = [0, 1, 2, 3, 4, 5, 6].map((i) => begins + i);
      return { begins, days: days.filter((day) => weekdays.includes(weekdayOf(day)) && isInMonths(rule, day)) };
    }
    case 'MONTHLY': {
      const month = monthOf(firstDay) + period * interval;
      return { begins: dayOf(month), days: daysOfMonth(rule, month, firstDay) };
    }
    case 'YEARLY': {
      const january = monthOf(firstDay) - modulo(monthOf(firstDay), 12) + period * interval * 12;
      const months = rule.byMonth.length > 0 ? rule.byMonth.map((n) => n - 1) : [modulo(monthOf(firstDay), 12)];
      const days = [...new Set(months)].sort((a, b) => a - b).flatMap((n) => daysOfMonth(rule, january + n, firstDay));
      return { begins: dayOf(january), days };
    }
  }
}

/** Of a month counted from year 0: what BYMONTHDAY and BYDAY say, or the day of the month on which the event began. */
function daysOfMonth(rule: IcalRule, month: number, firstDay: number): number[] {
  const begins = dayOf(month);
  const length = dayOf(month + 1) - begins;
  const days = Array.from({ length }, (_, i) => begins + i).filter((day) => isInMonths(rule, day));
  if (rule.byDay.length === 0 && rule.byMonthDay.length === 0) {
    return days.filter((day) => day - begins === firstDay - dayOf(monthOf(firstDay)));
  }
  const isNth = (day: number, { weekday, nth }: ByDay) => {
    if (weekdayOf(day) !== weekday) return false;
    if (nth === null) return true;
    const at = day - begins;
    return nth > 0 ? Math.floor(at / 7) + 1 === nth : -(Math.floor((length - 1 - at) / 7) + 1) === nth;
  };
  return days.filter(
    (day) => isMonthDay(rule, day) && (rule.byDay.length === 0 || rule.byDay.some((byDay) => isNth(day, byDay))),
  );
}

const isInMonths = ({ byMonth }: IcalRule, day: number): boolean =>
  byMonth.length === 0 || byMonth.includes(modulo(monthOf(day), 12) + 1);

function isMonthDay({ byMonthDay }: IcalRule, day: number): boolean {
  if (byMonthDay.length === 0) return true;
  const month = monthOf(day);
  return byMonthDay.some((n) => day === (n > 0 ? dayOf(month) + n - 1 : dayOf(month + 1) + n));
}

const modulo = (a: number, n: number): number => ((a % n) + n) % n;
/** 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => modulo(day + 4, 7);

function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
}

/** The first day of a month counted from year 0. */
const dayOf = (month: number): number => new Date(0).setUTCFullYear(0, month, 1) / DAY;
