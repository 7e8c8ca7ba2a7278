import type { PagingPlan, PlanPerson } from '../plan/plan';
import { peopleFor } from '../plan/targets';
import { gaps } from '../schedule/shifts';
import { DAY, type Instant } from '../shared/time';

/** So far ahead a gap in a schedule counts. */
export const LOOKED_AHEAD = 30 * DAY;
/** A tool that has said nothing for so long may have been cut off. */
export const HEARD_WITHIN = 1 * DAY;
const ENOUGH_WAYS = 2;

export const CHECKS = ['policy', 'last-step', 'gaps', 'ways', 'integration', 'heard'] as const;

/** One thing without which an alert may wake nobody. `about` names what fails: people, schedules, steps. */
export type ReadinessCheck = { check: (typeof CHECKS)[number]; isOk: boolean; about: string[] };

/** An enabled integration, and when a real alert last came in by it; null: never, or it cannot be asked now. */
export type Heard = { name: string; lastAt: Instant | null };

/**
 * Whether an alert for this service would reach somebody, now and in the coming weeks (UX §2.4). What depends on a
 * policy is left out where there is none.
 */
export function readiness(plan: PagingPlan, integrations: readonly Heard[], now: Instant): ReadinessCheck[] {
  const check = (name: ReadinessCheck['check'], about: string[], isOk = about.length === 0): ReadinessCheck => {
    return { check: name, isOk, about };
  };
  const heard = integrations.filter(({ lastAt }) => lastAt !== null && now - lastAt <= HEARD_WITHIN);
  const incoming = [
    check('integration', [], integrations.length > 0),
    ...(integrations.length > 0 ? [check('heard', heard.length > 0 ? [] : integrations.map(({ name }) => name))] : []),
  ];
  const { policy } = plan;
  if (!policy || policy.steps.length === 0) return [check('policy', [], false), ...incoming];
  const reached = policy.steps.map(({ targets }) => targets.flatMap((target) => peopleFor(target, plan, now).people));
  const schedules = policy.steps.flatMap(({ targets }) => targets.filter(({ kind }) => kind === 'SCHEDULE'));
  const isActive = (id: string): boolean => plan.people[id]?.status === 'ACTIVE';
  const withGaps = [...new Set(schedules.map(({ id }) => id))].flatMap((id) => {
    const found = plan.schedules[id];
    return found && gaps(found.schedule, now, now + LOOKED_AHEAD, isActive).length > 0 ? [found.name] : [];
  });
  const people = new Map(reached.flat().map((person) => [person.id, person]));
  const fewWays = [...people.values()].filter((person) => waysTo(person, plan) < ENOUGH_WAYS);
  return [
    check('policy', []),
    check('last-step', [], (reached.at(-1)?.length ?? 0) > 0),
    ...(schedules.length > 0 ? [check('gaps', withGaps)] : []),
    check(
      'ways',
      fewWays.map(({ name }) => name),
    ),
    ...incoming,
  ];
}

/** Verified methods that are on and whose channel can send here. */
const waysTo = ({ methods }: PlanPerson, { usableChannels }: PagingPlan): number =>
  methods.filter(({ kind, verified, enabled }) => verified && enabled && usableChannels.includes(kind)).length;
