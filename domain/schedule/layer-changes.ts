import type { Layer, Restriction, Slot } from './schedule';

/** One thing that a change did, as a sentence without its subject, and the values where they say more. */
export type HistoryLine = { what: string; before: string | null; after: string | null };

type NameOf = (userId: string) => string;

const line = (what: string, before: string | null = null, after: string | null = null): HistoryLine => ({
  what,
  before,
  after,
});

/** What became of the layers of a schedule, layer by layer in their new order; removed ones last. */
export function layerChanges(before: readonly Layer[], after: readonly Layer[], nameOf: NameOf): HistoryLine[] {
  const pairs = pairsOf(before, after);
  const kept = new Set(pairs.values());
  return [
    ...after.flatMap((layer) => {
      const old = pairs.get(layer);
      return old
        ? changesOf(old, layer, nameOf)
        : [line(`added the layer ${layer.name}`, null, peopleIn(layer, nameOf))];
    }),
    ...before.filter((layer) => !kept.has(layer)).map((layer) => line(`removed the layer ${layer.name}`)),
  ];
}

/** Which old layer each new one was: the same one, its namesake with the same start, its namesake, or the one in its place. */
function pairsOf(before: readonly Layer[], after: readonly Layer[]): Map<Layer, Layer> {
  const pairs = new Map<Layer, Layer>();
  const free = new Set(before);
  const pair = (isSame: (old: Layer, layer: Layer) => boolean) => {
    for (const layer of after) {
      const old = pairs.has(layer) ? undefined : [...free].find((one) => isSame(one, layer));
      if (!old) continue;
      pairs.set(layer, old);
      free.delete(old);
    }
  };
  pair((old, layer) => JSON.stringify(old) === JSON.stringify(layer));
  pair((old, layer) => old.name === layer.name && old.start === layer.start);
  pair((old, layer) => old.name === layer.name);
  pair((old, layer) => before.indexOf(old) === after.indexOf(layer));
  return pairs;
}

function changesOf(old: Layer, layer: Layer, nameOf: NameOf): HistoryLine[] {
  const { name } = layer;
  const lines: HistoryLine[] = [];
  const changed = (what: string, from: string | null, to: string | null) => {
    if (from !== to) lines.push(line(what, from, to));
  };
  if (old.name !== name) lines.push(line(`renamed the layer ${old.name} to ${name}`));
  const [was, is] = [old.rotation, layer.rotation];
  if (was.handoff !== is.handoff) {
    lines.push(line(`moved the handoff of ${name} from ${was.handoff} to ${is.handoff}`));
  }
  changed(`changed how often ${name} hands over`, turnOf(old), turnOf(layer));
  // The day on which turns are counted from says nothing new where only its time moved with the handoff.
  changed(`changed the day that the turns of ${name} count from`, was.anchor.slice(0, 10), is.anchor.slice(0, 10));
  changed(`changed the people of ${name}`, peopleIn(old, nameOf), peopleIn(layer, nameOf));
  changed(`changed the hours of ${name}`, hoursOf(old.restrictions), hoursOf(layer.restrictions));
  changed(`changed the priority of ${name}`, String(old.priority), String(layer.priority));
  changed(`changed when ${name} starts`, old.start, layer.start);
  changed(`changed when ${name} ends`, old.end ?? 'never', layer.end ?? 'never');
  changed(
    `changed how ${name} counts turns`,
    old.countOnlyActiveTurns ? 'only active ones' : 'all',
    layer.countOnlyActiveTurns ? 'only active ones' : 'all',
  );
  return lines;
}

const turnOf = ({ rotation: { unit, length } }: Layer): string =>
  length === 1 ? `every ${unit}` : `every ${length} ${unit}s`;

const slotOf = (slot: Slot, nameOf: NameOf): string =>
  slot === null ? 'nobody' : Array.isArray(slot) ? slot.map(nameOf).join(' with ') || 'nobody' : nameOf(slot);

const peopleIn = ({ users }: Layer, nameOf: NameOf): string =>
  users.map((slot) => slotOf(slot, nameOf)).join(', ') || 'nobody';

const hoursOf = (restrictions: readonly Restriction[]): string =>
  restrictions
    .map((window) => {
      const until = window.endTime ?? `${window.durationMinutes} min later`;
      if (window.kind === 'daily') return `daily ${window.startTime} to ${until}`;
      return `${window.startDay} ${window.startTime} to ${[window.endDay, until].filter(Boolean).join(' ')}`;
    })
    .join(', ') || 'all hours';
