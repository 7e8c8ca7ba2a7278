import { Temporal } from 'temporal-polyfill/implementation';
import { DAY, HOUR, type Instant } from '../shared/time';
import { type IsAvailable, instantOf, type Layer, type Restriction, type Schedule, WEEKDAYS } from './schedule';

/**
 * The rules R1-R12 written down one by one on top of Temporal: slow, instant by instant, and sharing nothing with the
 * engine but the schedule's types. Its only short cut is to remember wall clocks that it has already converted.
 */
export type Oracle = {
  at: (at: Instant) => { users: string[]; source: 'override' | 'layer' | 'none' };
  /** Every instant of [from, to) at which an answer could change, and `from`; in order. */
  candidates: (from: Instant, to: Instant) => Instant[];
};

const TURN = { hour: HOUR, day: DAY, week: 7 * DAY, month: 30.44 * DAY };
const epoch = Temporal.PlainDate.from('1970-01-01');

export function oracleFor(schedule: Schedule, isAvailable: IsAvailable): Oracle {
  const layers = schedule.layers.map((layer) => layerOracle(layer, schedule.timezone, isAvailable));
  const overrides = schedule.overrides.map((override) => ({
    ...override,
    start: instantOf(override.start),
    end: instantOf(override.end),
  }));

  function byLayers(at: Instant): string[] {
    const priorities = schedule.layers.map(({ priority }) => priority).sort((a, b) => b - a);
    for (const priority of priorities) {
      const users = layers.filter((layer) => layer.priority === priority).flatMap((layer) => layer.at(at));
      if (users.length > 0) return [...new Set(users)];
    }
    return [];
  }

  function at(instant: Instant): ReturnType<Oracle['at']> {
    const active = overrides
      .filter(({ start, end }) => start <= instant && instant < end)
      .filter(({ user }) => user === null || isAvailable(user));
    const wholes = active.filter(({ replaces }) => replaces === undefined);
    const whole = wholes.at(-1);
    const base = whole ? (whole.user === null ? [] : [whole.user]) : byLayers(instant);
    const later = whole ? active.slice(active.lastIndexOf(whole) + 1) : active;
    const users = new Set<string>();
    let changed = whole !== undefined;
    for (const person of base) {
      let standing: string | null = person;
      let rest = later;
      for (;;) {
        const mine = rest.filter(({ replaces }) => replaces === standing).at(-1);
        if (!mine) break;
        rest = rest.slice(rest.indexOf(mine) + 1);
        standing = mine.user;
        if (standing === null) break;
      }
      if (standing !== person) changed = true;
      if (standing !== null) users.add(standing);
    }
    return { users: [...users].sort(), source: changed ? 'override' : base.length > 0 ? 'layer' : 'none' };
  }

  const candidates = (from: Instant, to: Instant) => {
    const edges = overrides.flatMap(({ start, end }) => [start, end]);
    const all = new Set([from, ...edges, ...layers.flatMap((layer) => layer.edges(from, to))]);
    return [...all].filter((edge) => edge >= from && edge < to).sort((a, b) => a - b);
  };
  return { at, candidates };
}

function layerOracle(layer: Layer, zone: string, isAvailable: IsAvailable) {
  const { unit, length } = layer.rotation;
  const anchor = Temporal.PlainDateTime.from(layer.rotation.anchor);
  const start = instantOf(layer.start);
  const end = layer.end === null ? Number.POSITIVE_INFINITY : instantOf(layer.end);

  const boundary = remembered((k: number): Instant => {
    if (unit === 'hour') return toInstant(anchor, zone) + k * length * HOUR;
    return toInstant(anchor.add({ [`${unit}s`]: k * length }, { overflow: 'constrain' }), zone);
  });

  /** R1: the largest k with boundary(k) <= at, looked for from above. */
  function turnAt(at: Instant): number {
    let k = Math.ceil((at - boundary(0)) / (TURN[unit] * length)) + 4;
    while (boundary(k) > at) k -= 1;
    return k;
  }

  const windows = layer.restrictions.map((restriction) =>
    remembered((date: number) => windowOn(restriction, epoch.add({ days: date }), zone)),
  );
  const openedNear = (from: Instant, to: Instant) => {
    const found: { start: Instant; end: Instant }[] = [];
    for (let date = Math.floor(from / DAY) - 11; date <= Math.floor(to / DAY) + 3; date += 1) {
      for (const windowOf of windows) {
        const window = windowOf(date);
        if (window && window.start < window.end) found.push(window);
      }
    }
    return found;
  };
  const isOpen = (at: Instant) =>
    windows.length === 0 || openedNear(at, at).some((window) => window.start <= at && at < window.end);

  const isActive = remembered((k: number): number => {
    if (windows.length === 0) return 1;
    const [from, to] = [boundary(k), boundary(k + 1)];
    if (from === to) return Number(isOpen(from - 1) && isOpen(from));
    return Number(openedNear(from, to).some((window) => window.start < to && window.end > from));
  });
  const ordinal = remembered((k: number): number => {
    if (!layer.countOnlyActiveTurns) return k;
    let count = 0;
    for (let j = 0; j < k; j += 1) count += isActive(j);
    for (let j = k; j < 0; j += 1) count -= isActive(j);
    return count;
  });

  return {
    priority: layer.priority,
    at: (at: Instant): string[] => {
      if (at < start || at >= end || layer.users.length === 0 || !isOpen(at)) return [];
      const n = layer.users.length;
      const slot = layer.users[((ordinal(turnAt(at)) % n) + n) % n] ?? [];
      return (typeof slot === 'string' ? [slot] : slot).filter(isAvailable);
    },
    edges: (from: Instant, to: Instant): Instant[] => {
      const edges = [start, end];
      for (let k = turnAt(from); boundary(k) < to; k += 1) edges.push(boundary(k));
      return [...edges, ...openedNear(from, to).flatMap((window) => [window.start, window.end])];
    },
  };
}

/** R7, read literally. Null: the restriction opens no window on that date. */
function windowOn(restriction: Restriction, date: Temporal.PlainDate, zone: string) {
  const weekday = (day: Temporal.PlainDate) => WEEKDAYS[day.dayOfWeek % 7];
  if (restriction.kind === 'weekly' && weekday(date) !== restriction.startDay) return null;
  const opens = date.toPlainDateTime(restriction.startTime);
  if (restriction.durationMinutes !== undefined) {
    const closes = opens.add({ minutes: restriction.durationMinutes });
    return { start: toInstant(opens, zone), end: toInstant(closes, zone) };
  }
  let last = date;
  const closes = () => last.toPlainDateTime(restriction.endTime);
  const fits = () =>
    Temporal.PlainDateTime.compare(closes(), opens) > 0 &&
    (restriction.kind === 'daily' || weekday(last) === restriction.endDay);
  while (!fits()) last = last.add({ days: 1 });
  return { start: toInstant(opens, zone), end: toInstant(closes(), zone) };
}

/** R3. */
const toInstant = (wall: Temporal.PlainDateTime, zone: string): Instant =>
  wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;

function remembered<T>(compute: (key: number) => T): (key: number) => T {
  const known = new Map<number, T>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}
