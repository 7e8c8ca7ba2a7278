import * as z from 'zod';
import { csvOf } from '../shared/csv';
import { DAY, type Instant, toIso } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { COMPONENT_STATES, type ComponentState, type StatusComponent } from './component';
import { type StateChange, spansOf, type UptimeRules, uptime } from './uptime';

/** How many months a report goes back. */
export const uptimeInput = z.object({ months: z.coerce.number().int().min(1).max(24).default(12) });
export type UptimeInput = z.output<typeof uptimeInput>;

/** A calendar month of a zone as YYYY-MM, up to now where it is not over. */
export type Month = { month: string; startAt: Instant; endAt: Instant };

/** The current month of a zone and those before it, the current one first. */
export function monthsBefore(now: Instant, timezone: string, count: number): Month[] {
  const clock = zoneClock(timezone);
  const wall = new Date(clock.toWall(now));
  return Array.from({ length: count }, (_, i) => {
    const start = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - i, 1);
    const end = Date.UTC(wall.getUTCFullYear(), wall.getUTCMonth() - i + 1, 1);
    return {
      month: new Date(start).toISOString().slice(0, 7),
      startAt: clock.fromWall(start),
      endAt: Math.min(now, clock.fromWall(end)),
    };
  });
}

export type ComponentUptime = Pick<StatusComponent, 'id' | 'name' | 'group'> & {
  /** From 0 to 1; null: nothing is known of the month. */
  uptime: number | null;
  /** Milliseconds of the month of which something is known. */
  knownMs: number;
  /** Milliseconds in each state but OPERATIONAL. */
  spentMs: Partial<Record<ComponentState, number>>;
};

export type UptimeMonth = Month & { components: ComponentUptime[] };

/** Uptime of each component by month, by the page's own formula (`uptime`) and rules. */
export function uptimeMonths(
  components: readonly Pick<StatusComponent, 'id' | 'name' | 'group'>[],
  changes: ReadonlyMap<string, readonly StateChange[]>,
  months: readonly Month[],
  rules: UptimeRules,
): UptimeMonth[] {
  return months.map((month) => ({
    ...month,
    components: components.map(({ id, name, group }) => {
      const history = changes.get(id) ?? [];
      const spentMs: ComponentUptime['spentMs'] = {};
      let knownMs = 0;
      for (const { state, at, end } of spansOf(history, month.startAt, month.endAt)) {
        knownMs += end - at;
        if (state !== 'OPERATIONAL') spentMs[state] = (spentMs[state] ?? 0) + end - at;
      }
      return { id, name, group, uptime: uptime(history, month.startAt, month.endAt, rules), knownMs, spentMs };
    }),
  }));
}

/** "99.982": never rounded up to a whole that it was not. */
export const percentText = (share: number): string => (Math.floor(share * 1e5) / 1e3).toFixed(3);

const MINUTES = 60_000;
const TROUBLE = COMPONENT_STATES.filter((state) => state !== 'OPERATIONAL');

/** The months as CSV, a line for each component and month; times in UTC, durations in minutes. */
export const uptimeAsCsv = (months: readonly UptimeMonth[]): string =>
  csvOf([
    [
      'month',
      'from',
      'to',
      'group',
      'component',
      'uptime percent',
      'known minutes',
      ...TROUBLE.map((state) => `${state.toLowerCase().replaceAll('_', ' ')} minutes`),
    ],
    ...months.flatMap(({ month, startAt, endAt, components }) =>
      components.map(({ group, name, uptime: share, knownMs, spentMs }) => [
        month,
        toIso(startAt),
        toIso(endAt),
        group,
        name,
        share === null ? null : percentText(share),
        Math.round(knownMs / MINUTES),
        ...TROUBLE.map((state) => Math.round((spentMs[state] ?? 0) / MINUTES)),
      ]),
    ),
  ]);

/** How far back changes are needed for so many months: a day before the first, whatever the zone. */
export const sinceOf = (months: readonly Month[]): Instant => (months.at(-1)?.startAt ?? 0) - DAY;
