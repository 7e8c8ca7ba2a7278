/** Milliseconds since 1970-01-01T00:00:00Z. Every instant in the domain and in the tables is one of these. */
export type Instant = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** ISO 8601 in UTC, as the API and machines read it. */
export const toIso = (at: Instant): string => new Date(at).toISOString();
export const toIsoOrNull = (at: Instant | null): string | null => (at === null ? null : toIso(at));

/** Null for anything that is not an instant: RFC 3339 with offset, fractions of any length. Dates without a zone are refused. */
export function parseInstant(text: unknown): Instant | null {
  if (typeof text !== 'string') return null;
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/i.test(text)) return null;
  const at = Date.parse(
    text
      .replace(' ', 'T')
      .replace(' ', '')
      .replace(',', '.')
      .replace(/([.]\d{3})\d+/, '$1'),
  );
  return Number.isNaN(at) ? null : at;
}

/** True for an IANA zone that this runtime knows. */
export function isTimeZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
