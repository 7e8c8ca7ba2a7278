import { DAY, type Instant } from '../shared/time';
import { instantOf, type Layer, type Schedule } from './schedule';
import { gaps } from './shifts';
import type { Span } from './span';

/** How far ahead health is looked at. */
export const HEALTH_AHEAD = 30 * DAY;

/** What the pager would find of a person. `canBeReached`: has a verified contact method that is switched on. */
export type Staff = { id: string; isActive: boolean; canBeReached: boolean };

/** One thing about a schedule that somebody should look at. `layer` is a name, `user` an id. */
export type Finding =
  | { kind: 'no-layers' }
  | { kind: 'layer-ended'; layer: string; at: Instant }
  | { kind: 'layer-ends-soon'; layer: string; at: Instant }
  | { kind: 'layer-empty'; layer: string }
  | { kind: 'layer-single-person'; layer: string; user: string }
  | { kind: 'person-inactive'; user: string }
  | { kind: 'person-unreachable'; user: string }
  | ({ kind: 'gap' } & Span);

/**
 * What is wrong with a schedule at `now`, or will be within 30 days. A layer that ended is no finding if one of the same
 * name has taken over. People count if they have a turn in a layer that has not ended, or an override to come.
 */
export function findings(schedule: Schedule, staff: readonly Staff[], now: Instant): Finding[] {
  const { layers } = schedule;
  const current = layers.filter(({ end }) => end === null || instantOf(end) > now);
  const byId = new Map(staff.map((person) => [person.id, person]));
  return [
    ...(layers.length === 0 ? [{ kind: 'no-layers' as const }] : []),
    ...layers.flatMap((layer) => aboutEnd(layer, layers, now)),
    ...current.flatMap(aboutPeople),
    ...peopleIn(schedule, current, now).flatMap((user): Finding[] => {
      const person = byId.get(user);
      if (!person?.isActive) return [{ kind: 'person-inactive', user }];
      return person.canBeReached ? [] : [{ kind: 'person-unreachable', user }];
    }),
    ...gaps(schedule, now, now + HEALTH_AHEAD, (user) => byId.get(user)?.isActive ?? false).map((span) => ({
      kind: 'gap' as const,
      ...span,
    })),
  ];
}

function aboutEnd(layer: Layer, layers: readonly Layer[], now: Instant): Finding[] {
  if (layer.end === null) return [];
  const at = instantOf(layer.end);
  const isSucceeded = layers.some(
    (other) => other !== layer && other.name === layer.name && (other.end === null || instantOf(other.end) > at),
  );
  if (isSucceeded || at >= now + HEALTH_AHEAD) return [];
  return [{ kind: at <= now ? 'layer-ended' : 'layer-ends-soon', layer: layer.name, at }];
}

function aboutPeople({ name, users }: Layer): Finding[] {
  const people = [...new Set(users.flat())].filter((user) => user !== null);
  if (people.length === 0) return [{ kind: 'layer-empty', layer: name }];
  const [user, other] = people;
  return user !== undefined && other === undefined ? [{ kind: 'layer-single-person', layer: name, user }] : [];
}

const peopleIn = ({ overrides }: Schedule, current: readonly Layer[], now: Instant): string[] => {
  const coming = overrides.filter(({ end }) => instantOf(end) > now).map(({ user }) => user);
  return [...new Set([...current.flatMap(({ users }) => users.flat()), ...coming])].filter((user) => user !== null);
};
