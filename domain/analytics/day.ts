import { DAY, type Instant } from '../shared/time';

/** A day of UTC: how many have passed since 1970-01-01. Figures of a period are made of whole ones. */
export type Day = number;

/** From `from` up to but without `to`. */
export type Period = { from: Day; to: Day };

/** The longest period that figures are given for. */
export const LONGEST_PERIOD = 400;

export const dayOf = (at: Instant): Day => Math.floor(at / DAY);
export const dayStart = (day: Day): Instant => day * DAY;

/** `2026-11-23` */
export const dayText = (day: Day): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Null for anything but a date such as 2026-11-23. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const at = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text ? null : at / DAY;
}

/** The period of the same length that ends where this one begins. */
export const periodBefore = ({ from, to }: Period): Period => ({ from: from - (to - from), to: from });

/** The last `days` days, today being one of them. */
export const lastDays = (days: number, now: Instant): Period => ({ from: dayOf(now) - days + 1, to: dayOf(now) + 1 });

/** The calendar month `2026-11`; null for anything else. */
export function parseMonth(text: string): Period | null {
  const [, year, month] = /^(\d{4})-(0[1-9]|1[0-2])$/.exec(text) ?? [];
  if (!year || !month) return null;
  const start = (add: number): Day => Date.UTC(Number(year), Number(month) - 1 + add, 1) / DAY;
  return { from: start(0), to: start(1) };
}
