import { DAY, HOUR, type Instant, MINUTE, SECOND } from '../../domain/shared/time';

/** In whose words and on whose clock a time is told. */
export type Zone = { locale: string; timeZone: string };

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat({ locale, timeZone }: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone });
  formats.set(key, made);
  return made;
}

/** Server and browser may ship different releases of the locale data, which differ in kinds of space. */
const plain = (text: string): string => text.replace(/[\u202f\u2009]/g, '\u00a0');

/** `03:00:41`, for the gutter: a log has a 24-hour clock in every language. */
export const clockTime = (at: Instant, zone: Zone): string =>
  dateFormat({ ...zone, locale: 'en-GB' }, { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

/** `2026-11-23` in the zone, to see where one day ends and the next begins. */
export const dayKey = (at: Instant, zone: Zone): string =>
  dateFormat({ ...zone, locale: 'en-CA' }, { year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** `Monday 23 November 2026`, as a language writes it. */
export const dayName = (at: Instant, zone: Zone): string =>
  plain(dateFormat(zone, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(at));

/** Date, time to the second and the zone's name: what stands behind every shortened time. */
export const absoluteTime = (at: Instant, zone: Zone): string =>
  plain(
    dateFormat(zone, {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      timeZoneName: 'short',
    }).format(at),
  );

/** A moment near `now`: `09:00` today, `Mon 09:00` within six days, `30 Nov, 09:00` beyond. */
export function momentNear(at: Instant, now: Instant, zone: Zone): string {
  const time = { hour: '2-digit', minute: '2-digit' } as const;
  if (dayKey(at, zone) === dayKey(now, zone)) return plain(dateFormat(zone, time).format(at));
  const near = Math.abs(at - now) < 6 * DAY;
  return plain(
    dateFormat(zone, { ...time, ...(near ? { weekday: 'short' } : { day: 'numeric', month: 'short' }) }).format(at),
  );
}

/** `4 minutes ago` within a day, then the moment itself. */
export function timeAgo(at: Instant, now: Instant, zone: Zone): string {
  const past = Math.max(0, now - at);
  if (past >= DAY) return momentNear(at, now, zone);
  const format = new Intl.RelativeTimeFormat(zone.locale, { numeric: 'always' });
  if (past < MINUTE) return plain(format.format(-Math.floor(past / SECOND), 'second'));
  if (past < HOUR) return plain(format.format(-Math.floor(past / MINUTE), 'minute'));
  return plain(format.format(-Math.floor(past / HOUR), 'hour'));
}

type Unit = 'second' | 'minute' | 'hour' | 'day';
const LADDER: [Unit, number, Unit, number][] = [
  ['day', DAY, 'hour', HOUR],
  ['hour', HOUR, 'minute', MINUTE],
];

/** `15 min`, `24 hr`: one unit, as a language shortens it. */
export const amount = (value: number, unit: Unit, locale: string, width: 'narrow' | 'short' = 'short'): string =>
  plain(new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: width }).format(value));

/** A length of time in at most two units: `4m`, `2h 14m` (narrow) or `4 min`, `2 hr 14 min` (short). */
export function duration(ms: number, locale: string, width: 'narrow' | 'short' = 'short'): string {
  const unit = (value: number, name: Unit): string => amount(value, name, locale, width);
  const length = Math.max(0, ms);
  for (const [large, size, small, part] of LADDER) {
    if (length < size) continue;
    const rest = Math.floor((length % size) / part);
    const whole = unit(Math.floor(length / size), large);
    return rest === 0 ? whole : `${whole} ${unit(rest, small)}`;
  }
  if (length >= MINUTE) return unit(Math.floor(length / MINUTE), 'minute');
  return unit(Math.floor(length / SECOND), 'second');
}

/** `02:13`, or `1:02:13` from an hour on. */
export function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** `Ana, Bo and Cy` in the language's own way. */
export const listOf = (names: readonly string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);

/** Language and zone as given where the runtime knows them, else English and UTC. */
export function usableZone(locale: string, timeZone: string): Zone {
  const works = (tag: string, zone: string): boolean => {
    try {
      return Boolean(new Intl.DateTimeFormat(tag, { timeZone: zone }));
    } catch {
      return false;
    }
  };
  return { locale: works(locale, 'UTC') ? locale : 'en', timeZone: works('en', timeZone) ? timeZone : 'UTC' };
}

/** `1 cycle`, `3 cycles`. */
export const countOf = (count: number, locale: string, one: string, many: string): string =>
  `${new Intl.NumberFormat(locale).format(count)} ${count === 1 ? one : many}`;
