import { fieldTextOf, instantOf } from '~/components/escalation-policy/moment-field';
import type { Schedule } from '~/lib/schedules';
import { parseInstant, toIso } from '../../../domain/shared/time';
import { ROTATION_UNIT_WORDS, WEEKDAY_WORDS } from './draft-words';

type Layer = Schedule['layers'][number];
type Restriction = Layer['restrictions'][number];
export type Unit = Layer['rotation']['unit'];
export type Weekday = Extract<Restriction, { kind: 'weekly' }>['startDay'];

export type RestrictionDraft = {
  kind: Restriction['kind'];
  startDay: Weekday;
  startTime: string;
  endDay: Weekday;
  endTime: string;
};

/** One layer as its form has it. A turn lists who is on call together; [] is nobody, '' is one not chosen yet. */
export type LayerDraft = {
  name: string;
  turns: string[][];
  unit: Unit;
  length: string;
  /** Day and time at which the first turn begins, on the schedule's clock. */
  date: string;
  handoff: string;
  /** Wall clocks of the schedule; '' is "with the first turn" and "never". */
  start: string;
  end: string;
  priority: string;
  onlyActive: boolean;
  restrictions: RestrictionDraft[];
};

/** A schedule while its form is being filled in, as it was typed; nothing of it is stored. */
export type ScheduleDraft = {
  name: string;
  timezone: string;
  layers: LayerDraft[];
  keepCurrent: boolean;
  effectiveFrom: string;
};

/** The names of the form's controls; layers, turns and people count from 0. */
export const fields = {
  layer: (layer: number, part: string) => `layer-${layer}-${part}`,
  person: (layer: number, turn: number, person: number) => `layer-${layer}-turn-${turn}-${person}`,
  restriction: (layer: number, place: number, part: string) => `layer-${layer}-hours-${place}-${part}`,
};

export const NOBODY = 'nobody';
export const MOST = { layers: 50, turns: 200, people: 50, restrictions: 50 };

export function draftOf({ name, timezone, layers }: Pick<Schedule, 'name' | 'timezone' | 'layers'>): ScheduleDraft {
  return {
    name,
    timezone,
    layers: layers.map((layer) => layerDraftOf(layer, timezone)),
    keepCurrent: true,
    effectiveFrom: '',
  };
}

export function layerDraftOf(layer: Layer, timezone: string): LayerDraft {
  const zone = { timeZone: timezone };
  const { rotation, start, end } = layer;
  const text = (iso: string): string => fieldTextOf(parseInstant(iso) ?? 0, zone);
  const withFirstTurn = instantOf(rotation.anchor, zone) === parseInstant(start);
  return {
    name: layer.name,
    turns: layer.users.map((slot) => (slot === null ? [] : [slot].flat())),
    unit: rotation.unit,
    length: String(rotation.length),
    date: rotation.anchor.slice(0, 10),
    handoff: rotation.handoff,
    start: withFirstTurn ? '' : text(start),
    end: end === null ? '' : text(end),
    priority: String(layer.priority),
    onlyActive: layer.countOnlyActiveTurns ?? false,
    restrictions: layer.restrictions.map(restrictionDraftOf),
  };
}

const WEEKDAYS = WEEKDAY_WORDS.map(([day]) => day);

function restrictionDraftOf(restriction: Restriction): RestrictionDraft {
  const { kind, startTime } = restriction;
  const startDay = restriction.kind === 'weekly' ? restriction.startDay : 'monday';
  if (restriction.endTime !== undefined) {
    const endDay = restriction.kind === 'weekly' ? (restriction.endDay ?? startDay) : startDay;
    return { kind, startDay, startTime, endDay, endTime: restriction.endTime };
  }
  const [hour = 0, minute = 0] = startTime.split(':').map(Number);
  const closes = hour * 60 + minute + (restriction.durationMinutes ?? 0);
  const ofDay = closes % 1440;
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    kind,
    startDay,
    startTime,
    endDay: WEEKDAYS[(WEEKDAYS.indexOf(startDay) + Math.floor(closes / 1440)) % 7] ?? startDay,
    endTime: `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`,
  };
}

/** What a submitted form holds. */
export function readDraft(form: FormData): ScheduleDraft {
  const text = (name: string): string => {
    const value = form.get(name);
    return typeof value === 'string' ? value.trim() : '';
  };
  const counted = <T>(most: number, name: (index: number) => string, read: (index: number) => T): T[] => {
    const found: T[] = [];
    while (found.length < most && form.has(name(found.length))) found.push(read(found.length));
    return found;
  };
  const dayOf = (name: string): Weekday => WEEKDAYS.find((day) => day === text(name)) ?? 'monday';
  return {
    name: text('name'),
    timezone: text('timezone'),
    keepCurrent: form.get('keepCurrent') !== null,
    effectiveFrom: text('effectiveFrom'),
    layers: counted(
      MOST.layers,
      (layer) => fields.layer(layer, 'name'),
      (layer) => ({
        name: text(fields.layer(layer, 'name')),
        turns: counted(
          MOST.turns,
          (turn) => fields.person(layer, turn, 0),
          (turn) =>
            counted(
              MOST.people,
              (person) => fields.person(layer, turn, person),
              (person) => text(fields.person(layer, turn, person)),
            ),
        ).map((people) => (people.includes(NOBODY) ? [] : people)),
        unit: ROTATION_UNIT_WORDS.find(([unit]) => unit === text(fields.layer(layer, 'unit')))?.[0] ?? 'week',
        length: text(fields.layer(layer, 'length')),
        date: text(fields.layer(layer, 'date')),
        handoff: text(fields.layer(layer, 'handoff')).slice(0, 5),
        start: text(fields.layer(layer, 'start')),
        end: text(fields.layer(layer, 'end')),
        priority: text(fields.layer(layer, 'priority')),
        onlyActive: form.get(fields.layer(layer, 'onlyActive')) !== null,
        restrictions: counted(
          MOST.restrictions,
          (place) => fields.restriction(layer, place, 'startTime'),
          (place) => ({
            kind:
              text(fields.restriction(layer, place, 'kind')) === 'weekly' ? ('weekly' as const) : ('daily' as const),
            startDay: dayOf(fields.restriction(layer, place, 'startDay')),
            startTime: text(fields.restriction(layer, place, 'startTime')).slice(0, 5),
            endDay: dayOf(fields.restriction(layer, place, 'endDay')),
            endTime: text(fields.restriction(layer, place, 'endTime')).slice(0, 5),
          }),
        ),
      }),
    ),
  };
}

/**
 * The draft as the operations' schemas take it; what cannot be read becomes '' or NaN, which they refuse. A layer that
 * the form left as it is in `before` comes back as it is stored, so that nothing is taken for a change.
 */
export function scheduleInputOf(draft: ScheduleDraft, before: readonly Layer[] = []) {
  const zone = { timeZone: draft.timezone };
  const iso = (text: string): string => {
    const at = instantOf(text, zone);
    return at === null ? '' : toIso(at);
  };
  return {
    name: draft.name,
    timezone: draft.timezone,
    layers: draft.layers.map((layer) => {
      const asTyped = JSON.stringify(layer);
      const same = before.find((one) => JSON.stringify(layerDraftOf(one, draft.timezone)) === asTyped);
      if (same) return same;
      const anchor = `${layer.date}T${layer.handoff}`;
      return {
        name: layer.name,
        priority: numberIn(layer.priority || '1'),
        start: iso(layer.start || anchor),
        end: layer.end ? iso(layer.end) : null,
        rotation: { unit: layer.unit, length: numberIn(layer.length || '1'), anchor, handoff: layer.handoff },
        users: layer.turns.map(slotOf).filter((slot) => slot !== undefined),
        restrictions: layer.restrictions.map(({ kind, startDay, startTime, endDay, endTime }) =>
          kind === 'daily' ? { kind, startTime, endTime } : { kind, startDay, startTime, endDay, endTime },
        ),
        ...(layer.onlyActive ? { countOnlyActiveTurns: true } : {}),
      };
    }),
  };
}

/** When a change counts: an instant as text, '' for what is no time, undefined for at once. */
export function effectiveFromOf({ effectiveFrom, timezone }: ScheduleDraft): string | undefined {
  if (!effectiveFrom) return undefined;
  const at = instantOf(effectiveFrom, { timeZone: timezone });
  return at === null ? '' : toIso(at);
}

/** A turn that nobody was chosen for is none: undefined. An empty one on purpose is null. */
function slotOf(people: readonly string[]): string | string[] | null | undefined {
  if (people.length === 0) return null;
  const [only, ...more] = people.filter(Boolean);
  if (only === undefined) return undefined;
  return more.length === 0 ? only : [...new Set([only, ...more])];
}

const numberIn = (text: string): number => (/^-?\d+$/.test(text) ? Number(text) : Number.NaN);
