import { DAY, type Instant, SECOND } from './time';

/** Wall clock of some zone: the milliseconds that UTC would need to show the same date and time. No instant. */
export type WallClock = number;

/** One zone's clock. Both directions are pure functions of the runtime's time zone data. */
export type ZoneClock = {
  /** Milliseconds that local time is ahead of UTC at `at`. */
  offsetAt: (at: Instant) => number;
  toWall: (at: Instant) => WallClock;
  /**
   * R3 (Temporal's 'compatible'): a wall clock that occurs twice means the earlier instant; one that does not exist is
   * moved forward by the length of the gap (02:30 becomes 03:30; 09:00 of a skipped date becomes 09:00 of the next).
   */
  fromWall: (wall: WallClock) => Instant;
};

/** Offsets of a stretch of time: `offsets[i]` holds from `starts[i]` to `starts[i + 1]`, the first and last without end. */
type Stretch = { starts: Instant[]; offsets: number[] };

const STRETCH = 400 * DAY;
/** Stretches overlap, so that one of them can answer alone: no offset exceeds 16 hours and no gap 24. */
const MARGIN = 4 * DAY;
/** No zone in the tz database has changed its offset twice within 3.9 days, so that this step overlooks nothing. */
const STEP = 3 * DAY;
const MAX_STRETCHES = 256;
const MAX_ZONES = 100;

const clocks = new Map<string, ZoneClock>();

/**
 * The clock of an IANA zone (or of a fixed offset such as '+05:30'). Offset changes are looked up once and then kept,
 * because a conversion by Intl costs a hundred times as much. Throws RangeError for a zone the runtime does not know.
 */
export function zoneClock(zone: string): ZoneClock {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = makeClock(zone);
  if (clocks.size >= MAX_ZONES) clocks.clear();
  clocks.set(zone, clock);
  return clock;
}

/** 'YYYY-MM-DDTHH:MM' as a wall clock; null if it is not one (also 30 February, 24:00 and anything with a zone). */
export function parseWallClock(text: string): WallClock | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return null;
  const wall = Date.parse(`${text}:00.000Z`);
  return !Number.isNaN(wall) && new Date(wall).toISOString().startsWith(text) ? wall : null;
}

function makeClock(zone: string): ZoneClock {
  const readOffset = offsetReader(zone);
  const stretches = new Map<number, Stretch>();
  let lastKey = Number.NaN;
  let last: Stretch = { starts: [], offsets: [] };

  function stretchAround(time: number): Stretch {
    const key = Math.floor(time / STRETCH);
    if (key === lastKey) return last;
    let found = stretches.get(key);
    if (!found) {
      found = readStretch(readOffset, key * STRETCH - MARGIN, (key + 1) * STRETCH + MARGIN);
      if (stretches.size >= MAX_STRETCHES) stretches.clear();
      stretches.set(key, found);
    }
    lastKey = key;
    last = found;
    return found;
  }

  function offsetAt(at: Instant): number {
    const { starts, offsets } = stretchAround(at);
    let i = starts.length - 1;
    while (i > 0 && at < (starts[i] as number)) i -= 1;
    return offsets[i] as number;
  }

  function fromWall(wall: WallClock): Instant {
    const { starts, offsets } = stretchAround(wall);
    let i = 0;
    while (i + 1 < starts.length && wall - (offsets[i] as number) >= (starts[i + 1] as number)) i += 1;
    const at = wall - (offsets[i] as number);
    // Too late for the offset before and too early for this one: the wall clock does not exist.
    return i > 0 && at < (starts[i] as number) ? wall - (offsets[i - 1] as number) : at;
  }

  return { offsetAt, toWall: (at) => at + offsetAt(at), fromWall };
}

function readStretch(readOffset: (at: Instant) => number, from: Instant, to: Instant): Stretch {
  let offset = readOffset(from);
  const stretch: Stretch = { starts: [from], offsets: [offset] };
  for (let at = from; at < to; at += STEP) {
    const next = readOffset(at + STEP);
    if (next === offset) continue;
    stretch.starts.push(firstWithOther(readOffset, at, at + STEP, offset));
    stretch.offsets.push(next);
    offset = next;
  }
  return stretch;
}

/** The first instant after `low` whose offset is not `offset`, to the second; the one at `high` is another. */
function firstWithOther(readOffset: (at: Instant) => number, low: Instant, high: Instant, offset: number): Instant {
  let before = low;
  let after = high;
  while (after - before > SECOND) {
    const middle = before + Math.floor((after - before) / 2 / SECOND) * SECOND;
    if (readOffset(middle) === offset) before = middle;
    else after = middle;
  }
  return after;
}

/** The offset at a whole second, as Intl tells it. Cutting the text apart takes a third of the time of its parts. */
function offsetReader(zone: string): (at: Instant) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const [, day, , hour, minute, second] = (format.format(at).match(/\d+/g) ?? []).map(Number);
    const ofDay = ((hour ?? 0) * 3600 + (minute ?? 0) * 60 + (second ?? 0)) * SECOND;
    const sameDay = ofDay - (((at % DAY) + DAY) % DAY);
    if (day === new Date(at).getUTCDate()) return sameDay;
    return day === new Date(at + DAY).getUTCDate() ? sameDay + DAY : sameDay - DAY;
  };
}
