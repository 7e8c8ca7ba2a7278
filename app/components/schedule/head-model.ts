import { dayName, type Zone } from '~/lib/time';
import { HOUR, type Instant } from '../../../domain/shared/time';
import { changeText } from './coverage-model';
import { dateText, hourText } from './span-words';
import type { Clocks } from './timeline-model';
import { type Day, percentOf, type ViewRange } from './view-range';

/** What stands over the picture at one place: a day, or an hour of the only day. */
export type Tick = {
  key: string;
  x: number;
  text: string;
  /** The other clock's hour. */
  under: string | null;
  /** "23 h" where clocks change on this day. */
  mark: string | null;
  name: string;
  isToday: boolean;
  /** The date that a press on it leads to. */
  date: string | null;
};

const EVERY = 3;

/** Days of a view, or every third hour of a single day; and where lines go through all rows. */
export function ticksOf(range: ViewRange, clocks: Clocks, now: Instant): Tick[] {
  const { zone, other } = clocks;
  const [only, more] = range.days;
  if (only && !more) return hoursOf(range, zone, other?.zone ?? null);
  return range.days.map((day) => ({
    key: day.date,
    x: percentOf(day.start, range),
    text: dayText(day, range.days.length, zone),
    under: null,
    mark: day.change ? `${day.hours} h` : null,
    name: [dayName(day.start, zone), changeText(day, clocks)].filter(Boolean).join(', '),
    isToday: day.start <= now && now < day.end,
    date: day.date,
  }));
}

/** As much of a date as fits over its column: `Sat 28 Nov`, `Sat 28`, `28`. */
function dayText({ start, date }: Day, columns: number, zone: Zone): string {
  const number = Number(date.slice(8));
  if (columns <= 7) return dateText(start, zone);
  return columns > 14 ? String(number) : `${dateText(start, zone).slice(0, 3)} ${number}`;
}

function hoursOf(range: ViewRange, zone: Zone, other: Zone | null): Tick[] {
  const ticks: Tick[] = [];
  for (let at = range.start; at < range.end; at += HOUR) {
    const text = hourText(at, zone);
    if (Number(text.slice(0, 2)) % EVERY !== 0) continue;
    ticks.push({
      key: String(at),
      x: percentOf(at, range),
      text,
      under: other ? hourText(at, other) : null,
      mark: null,
      name: text,
      isToday: false,
      date: null,
    });
  }
  return ticks;
}

/** `23–29 November 2026`, `Wednesday 25 November 2026`: what the view is called. */
export function rangeTitle(range: ViewRange, { locale, timeZone }: Zone): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, year: 'numeric', timeZone });
  switch (range.view) {
    case 'day':
      return dayName(range.start, { locale, timeZone });
    case 'month':
      return format({ month: 'long' }).format(range.start);
    case 'week':
    case '2weeks':
      return format({ day: 'numeric', month: 'long' })
        .formatRange(range.start, range.end - 1)
        .replace(/[\u2009\u202f]/g, ' ');
  }
}
