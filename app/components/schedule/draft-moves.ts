import { fields, type LayerDraft, MOST, type RestrictionDraft, type ScheduleDraft } from './draft';
import { isTemplate, type TemplatePeople, templateLayers } from './templates';

// Buttons of the form that store nothing: each posts `op`, and the form comes back as it would be.

/** The draft after a button, and the control that has the keyboard then. */
export type Moved = { draft: ScheduleDraft; focus: string };

/** What templates are filled in from. */
export type Setting = { people: TemplatePeople; now: number };

const without = <T>(list: readonly T[], place: number): T[] => list.filter((_, index) => index !== place);
const changedAt = <T>(list: readonly T[], place: number, change: (one: T) => T): T[] =>
  list.map((one, index) => (index === place ? change(one) : one));

const RESTRICTIONS: Record<RestrictionDraft['kind'], RestrictionDraft> = {
  daily: { kind: 'daily', startDay: 'monday', startTime: '09:00', endDay: 'monday', endTime: '17:00' },
  weekly: { kind: 'weekly', startDay: 'monday', startTime: '09:00', endDay: 'friday', endTime: '17:00' },
};

/** What a button posts: `turn-up:0:2`. */
export const opOf = (verb: string, ...places: (number | string)[]): string => [verb, ...places].join(':');

/** The draft after the button that was pressed; null for one that saves. Places that do not exist change nothing. */
export function moved(draft: ScheduleDraft, op: string, setting: Setting): Moved | null {
  const [verb, first = '', ...rest] = op.split(':');
  const layer = Number(first) || 0;
  const [turn = 0, person = 0] = rest.map(Number);
  const withLayer = (change: (one: LayerDraft) => LayerDraft): ScheduleDraft => ({
    ...draft,
    layers: changedAt(draft.layers, layer, change),
  });
  const withTurns = (change: (turns: string[][]) => string[][]): ScheduleDraft =>
    withLayer((one) => ({ ...one, turns: change(one.turns) }));
  const turns = draft.layers[layer]?.turns ?? [];

  switch (verb) {
    case 'preview':
      return { draft, focus: 'preview' };
    case 'template': {
      if (!isTemplate(first)) return { draft, focus: '' };
      const layers = templateLayers(first, draft.timezone, setting.people, setting.now);
      return { draft: { ...draft, layers }, focus: fields.person(0, 0, 0) };
    }
    case 'add-layer': {
      if (draft.layers.length >= MOST.layers) return { draft, focus: 'add-layer' };
      const [made] = templateLayers('weekly', draft.timezone, setting.people, setting.now);
      const top = Math.max(0, ...draft.layers.map(({ priority }) => Number(priority) || 0)) + 1;
      const name = `Layer ${draft.layers.length + 1}`;
      const grown = made ? [...draft.layers, { ...made, name, priority: String(top) }] : draft.layers;
      return { draft: { ...draft, layers: grown }, focus: fields.layer(draft.layers.length, 'name') };
    }
    case 'remove-layer':
      return { draft: { ...draft, layers: without(draft.layers, layer) }, focus: 'add-layer' };
    case 'add-turn': {
      if (turns.length >= MOST.turns) return { draft, focus: opOf('add-turn', layer) };
      return { draft: withTurns((all) => [...all, ['']]), focus: fields.person(layer, turns.length, 0) };
    }
    case 'remove-turn':
      return { draft: withTurns((all) => without(all, turn)), focus: opOf('add-turn', layer) };
    case 'turn-up':
    case 'turn-down': {
      const other = verb === 'turn-up' ? turn - 1 : turn + 1;
      if (turns[turn] === undefined || turns[other] === undefined) return { draft, focus: op };
      const back = verb === 'turn-up' ? 'turn-down' : 'turn-up';
      const isLast = other === 0 || other === turns.length - 1;
      return {
        draft: withTurns((all) => swapped(all, turn, other)),
        focus: opOf(isLast ? back : verb, layer, other),
      };
    }
    case 'add-person': {
      const grown = withTurns((all) => changedAt(all, turn, (one) => (one.length < MOST.people ? [...one, ''] : one)));
      return { draft: grown, focus: fields.person(layer, turn, turns[turn]?.length ?? 0) };
    }
    case 'remove-person': {
      const shrunk = withTurns((all) => changedAt(all, turn, (one) => (one.length > 1 ? without(one, person) : one)));
      return { draft: shrunk, focus: fields.person(layer, turn, 0) };
    }
    case 'add-hours': {
      const kind = rest[0] === 'weekly' ? 'weekly' : 'daily';
      const place = draft.layers[layer]?.restrictions.length ?? 0;
      const grown = withLayer((one) =>
        one.restrictions.length < MOST.restrictions
          ? { ...one, restrictions: [...one.restrictions, RESTRICTIONS[kind]] }
          : one,
      );
      return { draft: grown, focus: fields.restriction(layer, place, kind === 'weekly' ? 'startDay' : 'startTime') };
    }
    case 'remove-hours': {
      const shrunk = withLayer((one) => ({ ...one, restrictions: without(one.restrictions, turn) }));
      return { draft: shrunk, focus: opOf('add-hours', layer, 'daily') };
    }
    default:
      return null;
  }
}

function swapped<T>(list: readonly T[], one: number, other: number): T[] {
  const all = [...list];
  const [a, b] = [all[one], all[other]];
  if (a !== undefined && b !== undefined) [all[one], all[other]] = [b, a];
  return all;
}
