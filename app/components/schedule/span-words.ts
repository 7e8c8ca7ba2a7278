import { dayKey, duration, type Zone } from '~/lib/time';
import type { Span } from '../../../domain/schedule/span';
import type { Instant } from '../../../domain/shared/time';
import { zoneClock } from '../../../domain/shared/zone';

// Times of a schedule in words. Like the log they keep a 24-hour clock in every language, so that columns align.

const two = (value: number): string => String(value).padStart(2, '0');

/** `09:00` on the clock of a zone. */
export function hourText(at: Instant, { timeZone }: Pick<Zone, 'timeZone'>): string {
  const wall = new Date(zoneClock(timeZone).toWall(at));
  return `${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

/** An end of day reads `24:00`, so that `20:00–24:00` needs no second date. */
export const hoursText = ({ start, end }: Span, zone: Zone): string => {
  const until = hourText(end, zone);
  return `${hourText(start, zone)}–${until === '00:00' ? '24:00' : until}`;
};

const formats = new Map<string, Intl.DateTimeFormat>();
/** `Sat 28 Nov`, as a language writes it. */
export function dateText(at: Instant, { locale, timeZone }: Zone): string {
  const key = `${locale}|${timeZone}`;
  const format =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone });
  formats.set(key, format);
  return format.format(at).replace(/,/g, '');
}

/** `Sat 28 Nov 12:00–20:00`, or with both dates where it ends on another day. The end is exclusive. */
export function spanText({ start, end }: Span, zone: Zone): string {
  const sameDay = dayKey(start, zone) === dayKey(end - 1, zone);
  if (sameDay) return `${dateText(start, zone)} ${hoursText({ start, end }, zone)}`;
  return `${dateText(start, zone)} ${hourText(start, zone)} – ${dateText(end, zone)} ${hourText(end, zone)}`;
}

/** `Sat 28 Nov`, or the first and the last day. The end is exclusive. */
export const datesText = ({ start, end }: Span, zone: Zone): string =>
  dayKey(start, zone) === dayKey(end - 1, zone)
    ? dateText(start, zone)
    : `${dateText(start, zone)} – ${dateText(end, zone)}`;

/** How long, as people say it: `8 hr`, `2 days 4 hr`. */
export const lengthText = ({ start, end }: Span, locale: string): string => duration(end - start, locale);

/** `America/New_York` as people say it. */
export const placeOf = (timeZone: string): string => (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ');

/** `UTC−5`, `UTC+5:30`: how far a zone is ahead at an instant. */
export function offsetText(at: Instant, timeZone: string): string {
  const minutes = Math.round(zoneClock(timeZone).offsetAt(at) / 60_000);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '−' : '+'}${hours}${rest ? `:${two(rest)}` : ''}`;
}

/** True where two zones tell another time at either end of a span: only then are both shown. */
export const differIn = ({ start, end }: Span, one: string, other: string): boolean =>
  one !== other && [start, end - 1].some((at) => zoneClock(one).offsetAt(at) !== zoneClock(other).offsetAt(at));
