import { HOUR, type Instant, toIso } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { loads } from './fairness';
import type { Shift } from './shifts';

export type CsvPerson = { id: string; name: string; email: string; timezone: string };

const COLUMNS = [
  'schedule',
  'person',
  'email',
  'time_zone',
  'start_local',
  'end_local',
  'start_utc',
  'end_utc',
  'hours',
  'night_hours',
  'weekend_hours',
  'holiday_hours',
];

/**
 * Shifts for whoever pays them, a line each (RFC 4180, CRLF): on the person's own clock and in UTC, with the hours that
 * fall into nights, weekends and holidays there. A field that a spreadsheet would take for a formula is led by an
 * apostrophe.
 */
export function shiftsCsv(
  schedule: string,
  shifts: readonly Shift[],
  personOf: (user: string) => CsvPerson,
  holidays: readonly string[],
): string {
  const lines = shifts.map((shift) => {
    const { name, email, timezone } = personOf(shift.user);
    const [load] = loads([shift], [shift.user], () => timezone, shift.start, shift.end, holidays);
    const { total = 0, night = 0, weekend = 0, holiday = 0 } = load ?? {};
    return [
      schedule,
      name,
      email,
      timezone,
      localTime(shift.start, timezone),
      localTime(shift.end, timezone),
      toIso(shift.start),
      toIso(shift.end),
      ...[total, night, weekend, holiday].map((ms) => String(Math.round((ms / HOUR) * 100) / 100)),
    ];
  });
  return [COLUMNS, ...lines].map((fields) => `${fields.map(csvField).join(',')}\r\n`).join('');
}

/** `2026-11-30 09:00`, as spreadsheets read times. */
const localTime = (at: Instant, timezone: string): string =>
  new Date(zoneClock(timezone).toWall(at)).toISOString().slice(0, 16).replace('T', ' ');

/** Quoted where the format asks for it, and never the beginning of a formula (RELIABILITY B10). */
export function csvField(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
