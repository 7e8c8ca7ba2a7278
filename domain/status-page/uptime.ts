import { DAY, type Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { type ComponentState, worst } from './component';

/** From `at` on a component was in this state. In order of time. */
export type StateChange = { state: ComponentState; at: Instant };

/** How much of a time in each state counts as down, as data: a slow system is up, a part that fails is down by 30 %. */
export const DOWN_SHARE: Record<ComponentState, number> = {
  OPERATIONAL: 0,
  MAINTENANCE: 0,
  DEGRADED: 0,
  PARTIAL_OUTAGE: 0.3,
  MAJOR_OUTAGE: 1,
};

export type UptimeRules = {
  /** Maintenance is left out of the time that is looked at, instead of counting as up. */
  excludeMaintenance: boolean;
};

type Span = StateChange & { end: Instant };

/** The states between two instants, each cut to them; nothing before the first change is known. */
export function spansOf(changes: readonly StateChange[], from: Instant, to: Instant): Span[] {
  return changes.flatMap(({ state, at }, i) => {
    const start = Math.max(at, from);
    const end = Math.min(changes[i + 1]?.at ?? to, to);
    return end > start ? [{ state, at: start, end }] : [];
  });
}

/**
 * The share of the known time between two instants that a component was up, from 0 to 1; null when nothing is known.
 * One formula for bars, exports and the API: 1 − (Σ time × share down) ÷ (time looked at).
 */
export function uptime(
  changes: readonly StateChange[],
  from: Instant,
  to: Instant,
  { excludeMaintenance }: UptimeRules,
): number | null {
  let counted = 0;
  let down = 0;
  for (const { state, at, end } of spansOf(changes, from, to)) {
    if (excludeMaintenance && state === 'MAINTENANCE') continue;
    counted += end - at;
    down += (end - at) * DOWN_SHARE[state];
  }
  return counted === 0 ? null : 1 - down / counted;
}

/** One day of a component on its page's calendar. `worst` null: nothing is known of it. */
export type UptimeDay = {
  /** YYYY-MM-DD. */
  date: string;
  worst: ComponentState | null;
  /** Milliseconds in each state but OPERATIONAL. */
  spent: Partial<Record<ComponentState, number>>;
};

/** The last `count` days in a zone, today last. Days follow the zone's calendar, so some have 23 or 25 hours. */
export function uptimeDays(
  changes: readonly StateChange[],
  { now, timezone, count }: { now: Instant; timezone: string; count: number },
): UptimeDay[] {
  return daysBefore(now, timezone, count).map(({ date, start, end }) => {
    const spent: UptimeDay['spent'] = {};
    const spans = spansOf(changes, start, Math.min(end, now));
    for (const { state, at, end: until } of spans) {
      if (state !== 'OPERATIONAL') spent[state] = (spent[state] ?? 0) + until - at;
    }
    return { date, worst: spans.length === 0 ? null : worst(spans.map(({ state }) => state)), spent };
  });
}

/** When the first of the last `count` days began. */
export const firstDayStart = (now: Instant, timezone: string, count: number): Instant =>
  daysBefore(now, timezone, count)[0]?.start ?? now;

function daysBefore(now: Instant, timezone: string, count: number): { date: string; start: Instant; end: Instant }[] {
  const clock = zoneClock(timezone);
  const today = Math.floor(clock.toWall(now) / DAY);
  return Array.from({ length: count }, (_, i) => {
    const day = today - count + 1 + i;
    return {
      date: new Date(day * DAY).toISOString().slice(0, 10),
      start: clock.fromWall(day * DAY),
      end: clock.fromWall((day + 1) * DAY),
    };
  });
}

/** The day in a zone, as YYYY-MM-DD. */
export const dayOf = (now: Instant, timezone: string): string =>
  new Date(zoneClock(timezone).toWall(now)).toISOString().slice(0, 10);

/** When the zone's next day begins: bars move on then. */
export function nextMidnight(now: Instant, timezone: string): Instant {
  const clock = zoneClock(timezone);
  return clock.fromWall((Math.floor(clock.toWall(now) / DAY) + 1) * DAY);
}
