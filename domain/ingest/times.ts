import { type Instant, parseInstant } from '../shared/time';

const YEAR_2286_IN_SECONDS = 10_000_000_000;

/** RFC 3339 with a zone; Go's zero time (`0001-01-01…`) and everything else before 1970 mean "none". */
export function instantFrom(value: unknown): Instant | null {
  // "2016-08-12 15:26:29 UTC" and "… +0000" (Ruby) are written with a space, "… +0000 UTC m=+8560.2" is Go's own way.
  const text =
    typeof value === 'string'
      ? value
          .trim()
          .replace(/ \+0000 UTC(?: m=[+-][\d.]+)?$/, 'Z')
          .replace(/ ?UTC$/, 'Z')
          .replace(/ (?=[+-]\d{2}:?\d{2}$)/, '')
      : value;
  const instant = parseInstant(text);
  return instant !== null && instant > 0 ? instant : null;
}

/** Unix time in seconds, milliseconds, microseconds or nanoseconds, as number or text; told apart by size. 0 means "none". */
export function unixInstant(value: unknown): Instant | null {
  const text = typeof value === 'string' ? value.trim() : value;
  const count = typeof text === 'string' && /^\d{1,20}(\.\d+)?$/.test(text) ? Number(text) : text;
  if (typeof count !== 'number' || !Number.isFinite(count) || count <= 0) return null;
  if (count < YEAR_2286_IN_SECONDS) return Math.round(count * 1000);
  if (count < YEAR_2286_IN_SECONDS * 1e3) return Math.round(count);
  if (count < YEAR_2286_IN_SECONDS * 1e6) return Math.round(count / 1e3);
  return count < YEAR_2286_IN_SECONDS * 1e9 ? Math.round(count / 1e6) : null;
}

/** Either of the two. */
export const anyInstant = (value: unknown): Instant | null => instantFrom(value) ?? unixInstant(value);
