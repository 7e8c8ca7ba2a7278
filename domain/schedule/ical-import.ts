import { DAY, type Instant, MINUTE } from '../shared/time';
import { type WallClock, zoneClock } from '../shared/zone';
import { type IcalComponent, type IcalLine, lineOf, linesNamed, readCalendar, unescapeText } from './ical-lines';
import { type Budget, parseRule, startsOf } from './ical-rule';
import { durationOf, type IcalTime, instantOfTime, timeOf, timesOf, type ZoneResult, zoneFinder } from './ical-time';
import type { Span } from './span';

/** The most that a calendar to import may weigh. */
export const MOST_ICAL_BYTES = 10 * 1024 * 1024;
/** More events, or more repetitions in the window, than anybody would put on a schedule. */
const MOST_EVENTS = 5000;
export const MOST_IMPORTED = 500;
/** Periods of rules that are looked at in one file. */
const MOST_PERIODS = 50_000;

/** One time at which an event takes place. `emails` are its attendees', lower case. */
export type IcalOccurrence = Span & { uid: string; summary: string; emails: string[] };

/** An event that was left out, and why; the reason goes on "left out, because …". */
export type IcalSkipped = { uid: string; summary: string; reason: string };

export type IcalImport = {
  occurrences: IcalOccurrence[];
  skipped: IcalSkipped[];
  /** Summaries of events that repeat without end; they were taken up to the end of the window. */
  endless: string[];
};

type Window = Span & { zone: string };
type Rows = { findZone: (tzid: string) => ZoneResult; floating: string };

/**
 * The events of a calendar (RFC 5545) that touch [window.start, window.end), repetitions included, by start. Times
 * without a zone, and whole days, are in the calendar's X-WR-TIMEZONE or else in `window.zone`. What has been cancelled
 * is left out silently, what cannot be understood with a reason. A sentence instead, if nothing of it can be taken: no
 * calendar, an unknown zone, or more than can be worked out.
 */
export function importCalendar(text: string, window: Window): IcalImport | string {
  const calendar = readCalendar(text);
  if (calendar === 'not-a-calendar') return 'This is no iCalendar file';
  if (calendar === 'too-many-parts') return 'This calendar has too many parts; export a shorter period';
  const events = calendar.parts.filter(({ name }) => name === 'VEVENT');
  if (events.length > MOST_EVENTS) return `This calendar has more than ${MOST_EVENTS} events; export a shorter period`;

  const findZone = zoneFinder(calendar);
  const own = findZone(lineOf(calendar, 'X-WR-TIMEZONE')?.value ?? window.zone);
  if ('unknown' in own) return unknownZone(own.unknown);
  const rows: Rows = { findZone, floating: own.zone };

  const moved = movedStarts(events, rows);
  if (typeof moved === 'string') return moved;
  const budget: Budget = { left: MOST_PERIODS };
  const result: IcalImport = { occurrences: [], skipped: [], endless: [] };
  for (const event of events) {
    const read = readEvent(event, rows, window, moved, budget);
    if (typeof read === 'string') return read;
    if (budget.left <= 0) return 'The rules of this calendar repeat too often to be worked out';
    if ('reason' in read) result.skipped.push(read);
    else {
      result.occurrences.push(...read.occurrences);
      if (read.isEndless && read.occurrences[0]) result.endless.push(read.occurrences[0].summary);
    }
    if (result.occurrences.length > MOST_IMPORTED) {
      return `This calendar has more than ${MOST_IMPORTED} events in the window; export a shorter period`;
    }
  }
  result.occurrences.sort((a, b) => a.start - b.start || a.end - b.end);
  return result;
}

const unknownZone = (zone: string): string =>
  `The time zone “${zone}” of this calendar is not known; use IANA names such as Europe/Berlin`;

/** Starts of repetitions that an event of its own (RECURRENCE-ID) stands for, by UID. */
function movedStarts(events: readonly IcalComponent[], rows: Rows): Map<string, Set<Instant>> | string {
  const moved = new Map<string, Set<Instant>>();
  for (const event of events) {
    const line = lineOf(event, 'RECURRENCE-ID');
    const times = line && timesOf(line, rows.findZone, rows.floating);
    if (!times) continue;
    if ('unknown' in times) return unknownZone(times.unknown);
    const uid = uidOf(event);
    moved.set(uid, new Set([...(moved.get(uid) ?? []), ...times.map(instantOfTime)]));
  }
  return moved;
}

type Read = { occurrences: IcalOccurrence[]; isEndless: boolean };

function readEvent(
  event: IcalComponent,
  rows: Rows,
  window: Window,
  moved: ReadonlyMap<string, ReadonlySet<Instant>>,
  budget: Budget,
): Read | IcalSkipped | string {
  const uid = uidOf(event);
  const summary = summaryOf(event);
  const skip = (reason: string): IcalSkipped => ({ uid, summary, reason });
  if (lineOf(event, 'STATUS')?.value.trim().toUpperCase() === 'CANCELLED') return { occurrences: [], isEndless: false };

  const start = onlyTime(lineOf(event, 'DTSTART'), rows);
  if (start !== null && 'unknown' in start) return unknownZone(start.unknown);
  if (start === null) return skip('it has no start');
  const length = lengthOf(event, start, rows);
  if (length === null) return skip('it has no length');
  if ('unknown' in length) return unknownZone(length.unknown);

  const starts = startTimes(event, start, rows, length, window, budget);
  if (typeof starts === 'string') return skip(starts);
  if ('unknown' in starts) return unknownZone(starts.unknown);
  const isMoved = moved.get(uid);
  const emails = emailsOf(event);
  const occurrences = starts.times
    .map((time) => ({ uid, summary, emails, start: instantOfTime(time), end: endOf(time, length) }))
    .filter(({ start: at }) => lineOf(event, 'RECURRENCE-ID') !== undefined || !isMoved?.has(at))
    .filter((one) => one.end > one.start && one.end > window.start && one.start < window.end);
  return { occurrences, isEndless: starts.isEndless };
}

/** Days of the calendar, then elapsed time. */
type Length = { days: number; time: number };

function lengthOf(event: IcalComponent, start: IcalTime, rows: Rows): Length | { unknown: string } | null {
  const duration = lineOf(event, 'DURATION');
  if (duration) return durationOf(duration.value);
  const line = lineOf(event, 'DTEND');
  if (!line) return start.isDate ? { days: 1, time: 0 } : null;
  const end = onlyTime(line, rows);
  if (end === null || 'unknown' in end) return end;
  if (start.isDate) return end.wall > start.wall ? { days: Math.round((end.wall - start.wall) / DAY), time: 0 } : null;
  const time = instantOfTime(end) - instantOfTime(start);
  return time >= MINUTE ? { days: 0, time } : null;
}

const endOf = (start: IcalTime, { days, time }: Length): Instant =>
  instantOfTime({ ...start, wall: start.wall + days * DAY }) + time;

type Starts = { times: IcalTime[]; isEndless: boolean };

function startTimes(
  event: IcalComponent,
  start: IcalTime,
  rows: Rows,
  length: Length,
  window: Window,
  budget: Budget,
): Starts | { unknown: string } | string {
  if (lineOf(event, 'EXRULE')) return 'it has an EXRULE, which is not supported';
  const [dates, excluded] = [linesNamed(event, 'RDATE'), linesNamed(event, 'EXDATE')].map((lines) =>
    timesOfAll(lines, rows),
  );
  if (!dates || !excluded) return 'its dates are malformed';
  if ('unknown' in dates) return dates;
  if ('unknown' in excluded) return excluded;
  const without = new Set(excluded.map(instantOfTime));

  const text = lineOf(event, 'RRULE')?.value;
  const rule = text === undefined ? null : parseRule(text);
  if (typeof rule === 'string') return rule;
  const times = [start, ...dates];
  if (rule) {
    const clock = zoneClock(start.zone);
    const last = rule.until === null ? null : lastStart(rule.until, start);
    if (rule.until !== null && last === null) return 'its rule is malformed';
    const from = clock.toWall(window.start) - length.days * DAY - length.time - 2 * DAY;
    for (const wall of startsOf(rule, start.wall, from, clock.toWall(window.end) + 2 * DAY, last, budget)) {
      times.push({ ...start, wall });
      if (times.length > 2 * MOST_IMPORTED) break;
    }
  }
  const byStart = new Map(times.map((time) => [instantOfTime(time), time]));
  const left = [...byStart].filter(([at]) => !without.has(at)).map(([, time]) => time);
  return { times: left, isEndless: rule !== null && rule.count === null && rule.until === null };
}

/** UNTIL on the wall clock of the start; a date means all of that day. */
function lastStart(until: string, start: IcalTime): WallClock | null {
  const time = timeOf(until, start.zone);
  if (!time) return null;
  return time.isDate ? time.wall + DAY - 1 : zoneClock(start.zone).toWall(instantOfTime(time));
}

function timesOfAll(lines: readonly IcalLine[], rows: Rows): IcalTime[] | { unknown: string } | null {
  const all: IcalTime[] = [];
  for (const line of lines) {
    const times = timesOf(line, rows.findZone, rows.floating);
    if (times === null || 'unknown' in times) return times;
    all.push(...times);
  }
  return all;
}

function onlyTime(line: IcalLine | undefined, rows: Rows): IcalTime | { unknown: string } | null {
  const times = line ? timesOf(line, rows.findZone, rows.floating) : null;
  return times === null || 'unknown' in times ? times : (times[0] ?? null);
}

const uidOf = (event: IcalComponent): string => (lineOf(event, 'UID')?.value ?? '').trim().slice(0, 500);

/** One plain line. */
const summaryOf = (event: IcalComponent): string =>
  unescapeText(lineOf(event, 'SUMMARY')?.value ?? '')
    .replaceAll(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()
    .slice(0, 200);

const emailsOf = (event: IcalComponent): string[] =>
  linesNamed(event, 'ATTENDEE')
    .slice(0, 100)
    .flatMap(({ value }) => /^mailto:(\S+)$/i.exec(value.trim())?.[1]?.toLowerCase() ?? []);
