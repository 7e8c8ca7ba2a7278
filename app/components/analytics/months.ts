import { dayOf, dayStart, dayText, parseMonth } from '../../../domain/analytics/day';
import type { Instant } from '../../../domain/shared/time';

/** The last `count` months in UTC, this one first: `2026-11`. */
export function monthsUntil(now: Instant, count: number): string[] {
  const months: string[] = [];
  let month = dayText(dayOf(now)).slice(0, 7);
  while (months.length < count) {
    months.push(month);
    month = dayText((parseMonth(month)?.from ?? 1) - 1).slice(0, 7);
  }
  return months;
}

/** `November 2026` */
export function monthWords(month: string, locale: string): string {
  const at = dayStart(parseMonth(month)?.from ?? 0);
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(at);
}
