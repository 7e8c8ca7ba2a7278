import type { Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { layerSegments } from './layer';
import type { Answer } from './override';
import { answersBetween } from './resolve';
import type { IsAvailable, Schedule } from './schedule';
import type { Segment } from './segment';

/** What a layer alone would answer, before others fill or hide it. `index` is its place in `schedule.layers`. */
export type LayerRow = { index: number; name: string; priority: number; segments: Segment[] };

/** Everything a picture of a schedule shows: the final answers without holes, and the layers they come from. */
export type Timeline = { final: Answer[]; layers: LayerRow[] };

/**
 * The rows of a schedule over [from, to): the same answers as the pager's, and under them each layer by priority, the
 * highest first. Cost and errors as those of `shifts`.
 */
export function timelineOf(
  schedule: Schedule,
  from: Instant,
  to: Instant,
  isAvailable: IsAvailable = () => true,
): Timeline {
  const clock = zoneClock(schedule.timezone);
  const layers = schedule.layers.map((layer, index) => ({
    index,
    name: layer.name,
    priority: layer.priority,
    segments: layerSegments(layer, clock, from, to, isAvailable),
  }));
  return {
    final: answersBetween(schedule, from, to, isAvailable),
    layers: layers.sort((a, b) => b.priority - a.priority || a.index - b.index),
  };
}
