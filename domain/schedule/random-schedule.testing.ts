import { Temporal } from 'temporal-polyfill/implementation';
import { DAY, HOUR, type Instant, MINUTE, toIso } from '../shared/time';
import { type Layer, type Override, type Restriction, ROTATION_UNITS, type Schedule, WEEKDAYS } from './schedule';

const ZONES = [
  'UTC America/New_York America/Chicago America/Los_Angeles America/St_Johns America/Sao_Paulo America/Caracas',
  'America/Havana America/Santiago America/Asuncion America/Juneau America/Nuuk Europe/London Europe/Berlin',
  'Europe/Dublin Europe/Istanbul Europe/Moscow Europe/Lisbon Africa/Cairo Africa/Casablanca Africa/Monrovia',
  'Asia/Kolkata Asia/Kathmandu Asia/Tehran Asia/Gaza Asia/Amman Asia/Tokyo Asia/Manila Asia/Pyongyang',
  'Australia/Lord_Howe Australia/Sydney Australia/Eucla Pacific/Apia Pacific/Kwajalein Pacific/Kiritimati',
  'Pacific/Chatham Pacific/Auckland Pacific/Norfolk Antarctica/Troll Antarctica/Casey Asia/Singapore',
].flatMap((line) => line.split(' '));
/** Zones that skip or repeat a date, and when. */
const DATE_LINE = [
  ['Pacific/Apia', '2011-12-30T10:00:00Z'],
  ['Pacific/Kwajalein', '1993-08-21T12:00:00Z'],
  ['Pacific/Kiritimati', '1994-12-31T10:40:00Z'],
  ['Asia/Manila', '1844-12-30T15:56:00Z'],
  ['America/Juneau', '1867-10-18T15:00:00Z'],
] as const;
const PEOPLE = ['A', 'B', 'C', 'D', 'E'];

export type RandomCase = { schedule: Schedule; around: Instant; from: Instant; to: Instant; disabled: string[] };
export type Random = {
  next: () => number;
  int: (low: number, high: number) => number;
  pick: <T>(of: readonly T[]) => T;
};

/** Mulberry32: the same numbers for the same seed. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return { next, int, pick: <T>(of: readonly T[]): T => of[int(0, of.length - 1)] as T };
}

/** A schedule and a range around a clock change, a month's end or any day, with times of day that hit the change. */
export function randomCase(random: Random): RandomCase {
  const { timezone, around } = momentOf(random);
  const from = Math.round((around - random.int(0, 8) * DAY - random.int(0, 1440) * MINUTE) / MINUTE) * MINUTE;
  const to = from + random.int(1, 14) * DAY + random.int(0, 1440) * MINUTE;
  const scene = { timezone, around, times: timesNear(around, timezone, random) };
  return {
    schedule: {
      timezone,
      layers: some(random, 0.06, 4).map((i) => layerOf(random, scene, `L${i}`)),
      overrides: some(random, 0.4, 4).map(() => overrideOf(random, around)),
    },
    around,
    from,
    to,
    disabled: random.next() < 0.2 ? [random.pick(PEOPLE)] : [],
  };
}

type Scene = { timezone: string; around: Instant; times: string[] };

const some = (random: Random, none: number, most: number): number[] =>
  random.next() < none ? [] : Array.from({ length: random.int(1, most) }, (_, i) => i);

function momentOf(random: Random): { timezone: string; around: Instant } {
  if (random.next() < 0.12) {
    const [timezone, at] = random.pick(DATE_LINE);
    return { timezone, around: Date.parse(at) };
  }
  const timezone = random.pick(ZONES);
  const year = random.next() < 0.8 ? random.int(1990, 2035) : random.int(1880, 2080);
  const around = Date.UTC(year, random.int(0, 11), random.int(1, 28), random.int(0, 23), random.int(0, 59));
  const kind = random.next();
  if (kind < 0.15) return { timezone, around: Date.UTC(2000 + 4 * random.int(-8, 8), 1, 29) };
  if (kind < 0.25) return { timezone, around: Date.UTC(year, random.int(0, 11), 1) };
  if (kind < 0.35) return { timezone, around };
  const local = Temporal.Instant.fromEpochMilliseconds(around).toZonedDateTimeISO(timezone);
  return { timezone, around: local.getTimeZoneTransition('next')?.epochMilliseconds ?? around };
}

/** Times of day before, in and after what the clocks do at `around`. */
function timesNear(around: Instant, timezone: string, random: Random): string[] {
  const times = ['00:00', '09:00', '17:00', `${two(random.int(0, 23))}:${two(random.int(0, 59))}`];
  for (const side of [-1, 0]) {
    const wall = Temporal.Instant.fromEpochMilliseconds(around + side).toZonedDateTimeISO(timezone);
    for (const minutes of [-60, -30, -15, -1, 0, 1, 15, 30, 45])
      times.push(wall.add({ minutes }).toString().slice(11, 16));
  }
  return times;
}

function layerOf(random: Random, { timezone, around, times }: Scene, name: string): Layer {
  const unit = random.pick(ROTATION_UNITS);
  const length = random.next() < 0.5 ? 1 : random.int(1, unit === 'hour' ? 40 : unit === 'month' ? 12 : 5);
  const handoff = random.pick(times);
  const far = random.next() < 0.15 ? 3000 : 60;
  const date = Temporal.Instant.fromEpochMilliseconds(around)
    .toZonedDateTimeISO(timezone)
    .toPlainDate()
    .add({ days: random.int(-far, far) });
  const atMonthsEnd = unit === 'month' && random.next() < 0.7 ? date.with({ day: random.int(28, 31) }) : date;
  const start = around + random.int(-40 * 24 * 60, (random.next() < 0.7 ? -9 : 9) * 24 * 60) * MINUTE;
  return {
    name,
    priority: random.int(1, 3),
    start: toIso(start),
    end: random.next() < 0.6 ? null : toIso(start + random.int(0, 60 * 24) * HOUR),
    rotation: { unit, length, handoff, anchor: `${atMonthsEnd.toString()}T${handoff}` },
    users: some(random, 0.05, 5).map(() => slotOf(random)),
    restrictions: some(random, 0.4, 3).map(() => restrictionOf(random, times)),
    ...(far === 60 && date.year > 1975 && random.next() < 0.25 ? { countOnlyActiveTurns: true } : {}),
  };
}

function slotOf(random: Random): Layer['users'][number] {
  const kind = random.next();
  if (kind < 0.12) return null;
  return kind < 0.24 ? some(random, 0.2, 3).map(() => random.pick(PEOPLE)) : random.pick(PEOPLE);
}

function restrictionOf(random: Random, times: string[]): Restriction {
  const startTime = random.pick(times);
  const daily = random.next() < 0.6;
  const length = random.next() < 0.5 ? random.int(1, 180) : random.int(1, daily ? 1440 : 10080);
  const end = random.next() < 0.35 ? { durationMinutes: length } : { endTime: random.pick(times) };
  if (daily) return { kind: 'daily', startTime, ...end };
  const endDay = 'endTime' in end ? { endDay: random.pick(WEEKDAYS) } : {};
  return { kind: 'weekly', startDay: random.pick(WEEKDAYS), startTime, ...endDay, ...end };
}

function overrideOf(random: Random, around: Instant): Override {
  const start = around + random.int(-8 * 96, 10 * 96) * 15 * MINUTE;
  return {
    user: random.next() < 0.15 ? null : random.pick(PEOPLE),
    start: toIso(start),
    end: toIso(start + random.int(0, 200) * 15 * MINUTE + (random.next() < 0.2 ? 1 : 0)),
    ...(random.next() < 0.4 ? { replaces: random.pick(PEOPLE) } : {}),
  };
}

const two = (number: number): string => String(number).padStart(2, '0');
