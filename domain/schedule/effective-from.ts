import { type Instant, toIso } from '../shared/time';
import { instantOf, type Layer } from './schedule';

/**
 * The layers of a schedule whose change counts from `at`: the old ones end then and the new ones start then. A new layer
 * that equals an old one goes on whole; old ones that were to start later, and new ones that would have ended, are left
 * out. New layers come first.
 */
export function startingAt(before: readonly Layer[], after: readonly Layer[], at: Instant): Layer[] {
  const kept = new Set(after.map(keyOf));
  const old = new Set(before.map(keyOf));
  const started = after
    .map((layer) => (old.has(keyOf(layer)) ? layer : { ...layer, start: laterOf(layer.start, at) }))
    .filter(isNotEmpty);
  const ended = before
    .filter((layer) => !kept.has(keyOf(layer)) && instantOf(layer.start) < at)
    .map((layer) => ({ ...layer, end: layer.end === null ? toIso(at) : earlierOf(layer.end, at) }))
    .filter(isNotEmpty);
  return [...started, ...ended];
}

const keyOf = (layer: Layer): string => JSON.stringify(layer);
const isNotEmpty = ({ start, end }: Layer): boolean => end === null || instantOf(end) > instantOf(start);
const laterOf = (text: string, at: Instant): string => (instantOf(text) >= at ? text : toIso(at));
const earlierOf = (text: string, at: Instant): string => (instantOf(text) <= at ? text : toIso(at));
