import type { Instant } from '../shared/time';
import type { IsAvailable, Schedule } from './schedule';
import { gaps, shifts } from './shifts';
import { joinSpans, type Span, without } from './span';

/** What one person, or nobody (`user` null: hours without anybody), gains and loses by a change. */
export type PersonDiff = { user: string | null; gains: Span[]; loses: Span[] };

/**
 * Who is on call at other times by `after` than by `before`, over [from, to): nobody first, then people by id; only
 * those for whom something changes. Overrides of each schedule count. Cost and errors as those of `shifts`.
 */
export function diffSchedules(
  before: Schedule,
  after: Schedule,
  from: Instant,
  to: Instant,
  isAvailable?: IsAvailable,
): PersonDiff[] {
  const [was, is] = [before, after].map((schedule) => hoursOf(schedule, from, to, isAvailable));
  const users = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])];
  return users
    .map((user) => {
      const [had, has] = [was?.get(user) ?? [], is?.get(user) ?? []];
      return { user, gains: without(has, had), loses: without(had, has) };
    })
    .filter(({ gains, loses }) => gains.length + loses.length > 0)
    .sort((a, b) => ((a.user ?? '') < (b.user ?? '') ? -1 : 1));
}

function hoursOf(
  schedule: Schedule,
  from: Instant,
  to: Instant,
  isAvailable?: IsAvailable,
): Map<string | null, Span[]> {
  const hours = new Map<string | null, Span[]>([[null, gaps(schedule, from, to, isAvailable)]]);
  for (const { user, start, end } of shifts(schedule, from, to, isAvailable)) {
    hours.set(user, [...(hours.get(user) ?? []), { start, end }]);
  }
  for (const [user, spans] of hours) hours.set(user, joinSpans(spans));
  return hours;
}
