import { DAY, HOUR, type Instant, isTimeZone, MINUTE, SECOND } from '../shared/time';
import { type WallClock, zoneClock } from '../shared/zone';
import { type IcalComponent, type IcalLine, lineOf } from './ical-lines';
import { zoneOfWindows } from './windows-zones';

/** A time as a calendar writes it: a wall clock in a zone, or a whole date there. */
export type IcalTime = { wall: WallClock; zone: string; isDate: boolean };

/** The zones that a calendar's own TZIDs stand for. `unknown` names one that nobody knows. */
export type ZoneResult = { zone: string } | { unknown: string };

/**
 * Finds zones by TZID: an IANA name (also behind a prefix, as "/freeassociation.sourceforge.net/Europe/Berlin"), a name
 * of Windows, or a VTIMEZONE that says its place (X-LIC-LOCATION).
 */
export function zoneFinder(calendar: IcalComponent): (tzid: string) => ZoneResult {
  const places = new Map<string, string>();
  for (const part of calendar.parts) {
    const tzid = part.name === 'VTIMEZONE' ? lineOf(part, 'TZID')?.value : undefined;
    const place = lineOf(part, 'X-LIC-LOCATION')?.value;
    if (tzid && place) places.set(tzid.trim(), place.trim());
  }
  return (given) => {
    const tzid = given.trim();
    const names = [tzid, tzid.split('/').slice(-2).join('/'), places.get(tzid) ?? '', zoneOfWindows(tzid) ?? ''];
    const zone = names.find((name) => name !== '' && name.length <= 100 && isTimeZone(name));
    return zone === undefined ? { unknown: tzid.slice(0, 100) } : { zone };
  };
}

const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/;

/** The times of a DTSTART, EXDATE …; a list may be comma separated. Null where one is malformed. */
export function timesOf(
  { params, value }: IcalLine,
  findZone: (tzid: string) => ZoneResult,
  floatingZone: string,
): IcalTime[] | { unknown: string } | null {
  const tzid = params.get('TZID');
  const found = tzid === undefined ? { zone: floatingZone } : findZone(tzid);
  if ('unknown' in found) return found;
  const times: IcalTime[] = [];
  for (const text of value.split(',', 1000)) {
    const time = timeOf(text.trim(), found.zone);
    if (!time) return null;
    times.push(time);
  }
  return times;
}

/** `YYYYMMDD`, `YYYYMMDDTHHMMSS` (in `zone`) or `YYYYMMDDTHHMMSSZ`; null for anything else, such as 30 February. */
export function timeOf(text: string, zone: string): IcalTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const date = Date.UTC(year, month - 1, day);
  if (new Date(date).getUTCDate() !== day || month < 1 || month > 12 || hour > 23 || minute > 59) return null;
  const wall = date + hour * HOUR + minute * MINUTE + Math.min(second, 59) * SECOND;
  return { wall, zone: match[7] ? 'UTC' : zone, isDate: match[4] === undefined };
}

export const instantOfTime = ({ wall, zone }: IcalTime): Instant => zoneClock(zone).fromWall(wall);

/** `P1W`, `P1DT2H30M`; null for anything else and for what lasts no time. `days` are days of the calendar. */
export function durationOf(text: string): { days: number; time: number } | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,9})S)?)?$/.exec(
    text.trim(),
  );
  if (!match) return null;
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part ?? 0));
  const duration = { days: weeks * 7 + days, time: hours * HOUR + minutes * MINUTE + seconds * SECOND };
  return duration.days * DAY + duration.time > 0 ? duration : null;
}
