import * as z from 'zod';
import type { Instant } from '../shared/time';
import { type HistoryLine, layerChanges } from './layer-changes';
import { layerSchema } from './schedule';

/** An entry of the audit log about a schedule. */
export type HistoryEntry = {
  action: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

type Names = { nameOf: (userId: string) => string; timezone: string };

// Entries are as old as the installation: what does not read as it does today is told by its action alone.
const storedSchedule = z.object({ name: z.string(), timezone: z.string(), layers: z.array(layerSchema) });
const storedOverride = z.object({
  userId: z.string().nullable(),
  replacesUserId: z.string().nullable(),
  startAt: z.number(),
  endAt: z.number(),
});
const storedCover = z.object({
  userId: z.string(),
  takenBy: z.string().nullable(),
  startAt: z.number(),
  endAt: z.number(),
  returnStartAt: z.number().nullish(),
  returnEndAt: z.number().nullish(),
});
const storedHolidays = z.object({ holidays: z.array(z.object({ date: z.string(), name: z.string() })) });

/** Ids of people whom an entry names, to look up their names. */
export function peopleInEntry({ before, after }: HistoryEntry): string[] {
  return [before, after].flatMap((record) => {
    const schedule = storedSchedule.safeParse(record);
    if (schedule.success) return schedule.data.layers.flatMap(({ users }) => users.flat().filter((id) => id !== null));
    return ['userId', 'replacesUserId', 'takenBy'].flatMap((name) => {
      const id = record?.[name];
      return typeof id === 'string' ? [id] : [];
    });
  });
}

/**
 * What an entry did, a sentence each that goes on after its actor's name: "moved the handoff of Primary from 09:00 to
 * 10:00". Times are on the schedule's clock. Never empty.
 */
export function historyLines(entry: HistoryEntry, names: Names): HistoryLine[] {
  const lines = linesOf(entry, names);
  return lines.length > 0 ? lines : [plain(WHOLE[entry.action] ?? entry.action)];
}

const WHOLE: Record<string, string> = {
  'schedule.create': 'created the schedule',
  'schedule.update': 'saved the schedule without a change',
  'schedule.override': 'added an override',
  'schedule.override-changed': 'changed an override',
  'schedule.override-removed': 'removed an override',
  'schedule.import': 'imported overrides from a calendar',
  'schedule.cover-requested': 'asked for cover',
  'schedule.cover-taken': 'took a shift',
  'schedule.cover-declined': 'declined to take a shift',
  'schedule.cover-withdrawn': 'withdrew a request for cover',
  'schedule.cover-expired': 'ended a request for cover that nobody took in time',
  'schedule.cover-reminded': 'reminded of a request for cover',
  'schedule.holidays': 'changed the holidays',
};

const EXCHANGE: Record<string, string> = {
  'schedule.cover-requested': 'proposed to exchange shifts',
  'schedule.cover-declined': 'declined to exchange shifts',
  'schedule.cover-withdrawn': 'withdrew an exchange of shifts',
  'schedule.cover-expired': 'ended an exchange that was not accepted in time',
  'schedule.cover-reminded': 'reminded of an exchange of shifts',
};

function linesOf({ action, before, after }: HistoryEntry, names: Names): HistoryLine[] {
  switch (action) {
    case 'schedule.update':
      return scheduleLines(before, after, names);
    case 'schedule.override':
    case 'schedule.override-changed':
    case 'schedule.override-removed': {
      const [was, is] = [overrideText(before, names), overrideText(after, names)];
      return (was ?? is) ? [{ what: WHOLE[action] ?? action, before: was, after: is }] : [];
    }
    case 'schedule.cover-requested':
    case 'schedule.cover-taken':
    case 'schedule.cover-declined':
    case 'schedule.cover-withdrawn':
    case 'schedule.cover-expired':
    case 'schedule.cover-reminded':
      return coverLines(action, after, names);
    case 'schedule.import': {
      const made = z.object({ overrides: z.array(z.unknown()) }).safeParse(after);
      return made.success ? [plain(`imported ${made.data.overrides.length} overrides from a calendar`)] : [];
    }
    case 'schedule.holidays': {
      const [was, is] = [before, after].map((record) => storedHolidays.safeParse(record).data?.holidays ?? []);
      return [{ what: 'changed the holidays', before: datesOf(was ?? []), after: datesOf(is ?? []) }];
    }
    default:
      return [];
  }
}

function scheduleLines(before: unknown, after: unknown, { nameOf }: Names): HistoryLine[] {
  const [was, is] = [storedSchedule.safeParse(before), storedSchedule.safeParse(after)];
  if (!was.success || !is.success) return [];
  const renamed = was.data.name === is.data.name ? [] : [plain(`renamed ${was.data.name} to ${is.data.name}`)];
  const moved =
    was.data.timezone === is.data.timezone
      ? []
      : [plain(`changed the time zone from ${was.data.timezone} to ${is.data.timezone}`)];
  return [...renamed, ...moved, ...layerChanges(was.data.layers, is.data.layers, nameOf)];
}

function overrideText(record: unknown, { nameOf, timezone }: Names): string | null {
  const read = storedOverride.safeParse(record);
  if (!read.success) return null;
  const { userId, replacesUserId, startAt, endAt } = read.data;
  const who = userId === null ? 'Nobody' : nameOf(userId);
  const instead = replacesUserId === null ? 'everybody' : nameOf(replacesUserId);
  return `${who} instead of ${instead}, ${spanText(startAt, endAt, timezone)}`;
}

function coverLines(action: string, record: unknown, { nameOf, timezone }: Names): HistoryLine[] {
  const read = storedCover.safeParse(record);
  if (!read.success) return [];
  const { userId, takenBy, startAt, endAt, returnStartAt, returnEndAt } = read.data;
  const isTaken = action === 'schedule.cover-taken' && takenBy !== null;
  const given = `${nameOf(userId)}, ${spanText(startAt, endAt, timezone)}`;
  if (returnStartAt && returnEndAt) {
    const theirs = spanText(returnStartAt, returnEndAt, timezone);
    const what = isTaken ? `exchanged shifts of ${nameOf(userId)} and ${nameOf(takenBy)}` : EXCHANGE[action];
    return [{ what: what ?? action, before: null, after: `${given}, for ${theirs}` }];
  }
  const what = isTaken ? `gave ${nameOf(takenBy)} a shift of ${nameOf(userId)}` : WHOLE[action];
  return [{ what: what ?? action, before: null, after: given }];
}

const plain = (what: string): HistoryLine => ({ what, before: null, after: null });
const datesOf = (days: readonly { date: string }[]): string => days.map(({ date }) => date).join(', ') || 'none';

const spanText = (start: Instant, end: Instant, timezone: string): string =>
  `${stamp(start, timezone)} to ${stamp(end, timezone)}`;

const stamp = (at: Instant, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
    .format(at)
    .replaceAll(',', '');
