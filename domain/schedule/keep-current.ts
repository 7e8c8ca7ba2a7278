import { DAY, type Instant } from '../shared/time';
import { zoneClock } from '../shared/zone';
import { layerSegments } from './layer';
import { instantOf, type Layer, type Schedule, type Slot } from './schedule';

type Layers = Pick<Schedule, 'timezone' | 'layers'>;

/**
 * The new layers, with their people turned round so that whose turn it was at `at` by the old layers, it still is by
 * the new ones. The order of the people to each other stays; only who begins changes. Layers are compared by name,
 * those without a namesake in their order. A layer stays as it is where it has no predecessor at `at`, where its turn is
 * theirs anyway, or where they are no longer in it. Restrictions are not looked at: a turn is somebody's at night too;
 * a layer that counts only active turns is compared by its next one. Overrides play no part.
 */
export function keepCurrent(before: Layers, after: Layers, at: Instant): Layer[] {
  const pairs = predecessors(
    before.layers.filter((layer) => isAlive(layer, at)),
    after.layers,
  );
  return after.layers.map((layer) => {
    const old = pairs.get(layer);
    if (!old) return layer;
    const was = slotAt(old, before.timezone, at);
    const is = slotAt(layer, after.timezone, at);
    if (was === null || is === null) return layer;
    return { ...layer, users: turned(layer.users, is, old.users[was] ?? null) };
  });
}

function predecessors(before: readonly Layer[], after: readonly Layer[]): Map<Layer, Layer> {
  const pairs = new Map<Layer, Layer>();
  const left = new Set(before);
  const pair = (layer: Layer, old: Layer | undefined) => {
    if (!old) return;
    pairs.set(layer, old);
    left.delete(old);
  };
  for (const layer of after)
    pair(
      layer,
      [...left].find(({ name }) => name === layer.name),
    );
  for (const layer of after) if (!pairs.has(layer)) pair(layer, [...left][0]);
  return pairs;
}

const isAlive = ({ start, end }: Layer, at: Instant): boolean =>
  instantOf(start) <= at && (end === null || at < instantOf(end));

/** Which entry of `users` has its turn at `at`; null if the layer does not live then. */
function slotAt(layer: Layer, timezone: string, at: Instant): number | null {
  if (!isAlive(layer, at)) return null;
  const numbered = { ...layer, users: layer.users.map((_, i) => String(i)) };
  const ofTurn = layer.countOnlyActiveTurns ? numbered : { ...numbered, restrictions: [] };
  // Windows open daily or weekly, so there is an active turn within days.
  const [segment] = layerSegments(ofTurn, zoneClock(timezone), at, at + 15 * DAY, () => true);
  return segment?.users[0] === undefined ? null : Number(segment.users[0]);
}

function turned(users: readonly Slot[], index: number, wanted: Slot): Slot[] {
  const is = (test: (slot: Slot) => boolean) => {
    const distance = users.findIndex((_, i) => test(users[(index + i) % users.length] ?? null));
    return distance < 0 ? null : distance;
  };
  const by = is((slot) => keyOf(slot) === keyOf(wanted)) ?? is((slot) => holds(slot, wanted)) ?? 0;
  return users.map((_, i) => users[(i + by) % users.length] ?? null);
}

const peopleOf = (slot: Slot): string[] => (slot === null ? [] : [...new Set([slot].flat())].sort());
const keyOf = (slot: Slot): string => JSON.stringify(peopleOf(slot));
const holds = (slot: Slot, wanted: Slot): boolean =>
  peopleOf(wanted).length > 0 && peopleOf(wanted).every((user) => peopleOf(slot).includes(user));
