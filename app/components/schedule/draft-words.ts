import type { LayerDraft, Unit, Weekday } from './draft';

export const ROTATION_UNIT_WORDS: readonly [Unit, string][] = [
  ['hour', 'hours'],
  ['day', 'days'],
  ['week', 'weeks'],
  ['month', 'months'],
];

export const WEEKDAY_WORDS: readonly [Weekday, string][] = [
  ['monday', 'Monday'],
  ['tuesday', 'Tuesday'],
  ['wednesday', 'Wednesday'],
  ['thursday', 'Thursday'],
  ['friday', 'Friday'],
  ['saturday', 'Saturday'],
  ['sunday', 'Sunday'],
];

/** Which field of the form a path of the input belongs to: `layers/0/rotation/length` is `layer-0-length`. */
export function fieldOfPath(path: string): string {
  const [group = '', layer = '0', part = '', ...rest] = path.split('/');
  if (group !== 'layers') return group;
  const at = `layer-${layer}`;
  switch (part) {
    case 'rotation':
      return rest[0] === 'anchor' ? `${at}-date` : `${at}-${rest[0] ?? 'length'}`;
    case 'users':
      return `${at}-turn-${rest[0] ?? 0}-${rest[1] ?? 0}`;
    case 'restrictions':
      return `${at}-hours-${rest[0] ?? 0}-${rest[1] ?? 'startTime'}`;
    case 'countOnlyActiveTurns':
      return `${at}-onlyActive`;
    case '':
      return 'layers';
    default:
      return `${at}-${part}`;
  }
}

/** What people read where the schema's words are meant for programs; by the path of the input. */
export function messageFor(path: string): string | undefined {
  const [group, place, part, deeper] = path.split('/');
  if (group === 'name') return 'Give the schedule a name of at most 200 characters, on one line.';
  if (group === 'timezone') return 'Choose a time zone.';
  if (group === 'effectiveFrom') return undefined;
  if (group !== 'layers' || place === undefined) return undefined;
  const layer = `Layer ${Number(place) + 1}`;
  switch (part) {
    case 'rotation':
      if (deeper === 'length') return `${layer}: give a whole number for the length of a turn, at least 1.`;
      return `${layer}: give the day and the time of the first handoff.`;
    case 'start':
      return `${layer}: give the day and time at which it starts, or leave it empty.`;
    case 'end':
      return `${layer}: give the day and time at which it ends, or leave it empty.`;
    case 'priority':
      return `${layer}: give the priority as a whole number.`;
    case 'users':
      return `${layer} names somebody who no longer exists. Choose another.`;
    case 'restrictions':
      return `${layer}: give a start and an end for each of its hours.`;
    case 'countOnlyActiveTurns':
      return `${layer}: turns can only be counted so with a first handoff between 1970 and 2100 and turns of at most a year.`;
    default:
      return undefined;
  }
}

/** Who follows whom in a layer, on one line: `Ana → Bo and Cy → nobody`. */
export function turnNames(
  { turns }: Pick<LayerDraft, 'turns'>,
  people: readonly { id: string; name: string }[],
): string {
  const nameOf = (id: string): string => people.find((person) => person.id === id)?.name ?? 'somebody to be chosen';
  const words = turns.map((turn) => (turn.length === 0 ? 'nobody' : turn.map(nameOf).join(' and ')));
  return words.join(' → ') || 'Nobody takes turns yet';
}
