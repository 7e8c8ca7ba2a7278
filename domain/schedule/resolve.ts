import { DAY, type Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { layerSegments } from './layer';
import { type Answer, applyOverrides } from './override';
import type { IsAvailable, Layer, Schedule } from './schedule';
import { fillHoles, type Segment, samePeople, together } from './segment';

/** How far ahead of an instant its next change is looked for. */
export const HORIZON = 366 * DAY;

/** `until`: when other people (or nobody) come on call; null if that is more than `HORIZON` away. */
export type OnCall = { users: string[]; source: Answer['source']; until: Instant | null };

/**
 * Who is on call at an instant (R1-R10). `users` is in the order of the layers and empty if nobody is; `source` says
 * whether an override or a layer decided. Several people may be on call together (R8e).
 * Throws RangeError for a schedule that `scheduleSchema` would refuse.
 */
export function onCallAt(schedule: Schedule, at: Instant, isAvailable: IsAvailable = everybody): OnCall {
  const { now, next } = nowAndNext(schedule, at, isAvailable);
  return { users: [...now.users], source: now.source, until: next?.start ?? null };
}

/** The answer at `at`, and the first one within `HORIZON` that names other people. */
export function nowAndNext(
  schedule: Schedule,
  at: Instant,
  isAvailable: IsAvailable,
): { now: Answer; next: Answer | null } {
  let now: Answer = { start: at, end: at, users: [], source: 'none' };
  // Most changes are near: short stretches first, as the work grows with their length.
  for (let from = at, days = 2; from < at + HORIZON; days *= 8) {
    const to = Math.min(from + days * DAY, at + HORIZON);
    const answers = answersBetween(schedule, from, to, isAvailable);
    if (from === at) now = answers[0] ?? now;
    const next = answers.find(({ users }) => !samePeople(users, now.users));
    if (next) return { now, next };
    from = to;
  }
  return { now, next: null };
}

/** The answers of [from, to), without holes; neighbours differ in people or source. Empty if `to` is not after `from`. */
export function answersBetween(
  schedule: Schedule,
  from: Instant,
  to: Instant,
  isAvailable: IsAvailable = everybody,
): Answer[] {
  if (to <= from) return [];
  const byLayers: Answer[] = [];
  let at = from;
  for (const { start, end, users } of segmentsOfLayers(schedule, from, to, isAvailable)) {
    if (start > at) byLayers.push({ start: at, end: start, users: [], source: 'none' });
    byLayers.push({ start, end, users, source: 'layer' });
    at = end;
  }
  if (at < to) byLayers.push({ start: at, end: to, users: [], source: 'none' });
  return applyOverrides(byLayers, schedule.overrides, isAvailable);
}

/** R8, R8e: from the highest priority down, each fills what those above leave open. */
function segmentsOfLayers(schedule: Schedule, from: Instant, to: Instant, isAvailable: IsAvailable): Segment[] {
  const clock = zoneClock(schedule.timezone);
  const byPriority = new Map<number, Layer[]>();
  for (const layer of schedule.layers) {
    const level = byPriority.get(layer.priority);
    if (level) level.push(layer);
    else byPriority.set(layer.priority, [layer]);
  }
  let segments: Segment[] = [];
  for (const [, level] of [...byPriority].sort(([a], [b]) => b - a)) {
    if (isWhole(segments, from, to)) break;
    const below = level
      .map((layer) => layerSegments(layer, clock, from, to, isAvailable))
      .reduce((all, more) => together(all, more), []);
    segments = fillHoles(segments, below);
  }
  return segments;
}

function isWhole(segments: readonly Segment[], from: Instant, to: Instant): boolean {
  let at = from;
  for (const { start, end } of segments) {
    if (start > at) return false;
    at = end;
  }
  return at === to;
}

const everybody: IsAvailable = () => true;
