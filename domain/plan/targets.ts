import type { Target } from '../escalation/policy';
import { onCallAt } from '../schedule/resolve';
import type { Instant } from '../shared/time';
import type { PagingPlan, PlanPerson } from './plan';

/** Who a target stands for at an instant; `reason` says why it stands for nobody. */
export type TargetPeople = { people: PlanPerson[]; name: string; reason: string | null };

const isActive = (person: PlanPerson | undefined): person is PlanPerson => person?.status === 'ACTIVE';

function fromIds(plan: PagingPlan, ids: readonly string[]): PlanPerson[] {
  return [...new Set(ids)].map((id) => plan.people[id]).filter(isActive);
}

function teamPeople(target: Target, plan: PagingPlan): TargetPeople {
  const team = plan.teams[target.id];
  if (!team) return { people: [], name: 'a deleted team', reason: 'the team no longer exists' };
  if (target.leadOnly) {
    const people = fromIds(plan, team.leadId ? [team.leadId] : []);
    const reason = team.leadId ? 'its lead is not active' : 'it has no lead';
    return { people, name: `lead of ${team.name}`, reason: people.length > 0 ? null : reason };
  }
  const receiving = team.members.filter((member) => member.receiveNotifications).map(({ userId }) => userId);
  const people = fromIds(plan, receiving);
  const reason = people.length > 0 ? null : 'no active member receives notifications';
  return { people, name: team.name, reason };
}

function schedulePeople(target: Target, plan: PagingPlan, at: Instant): TargetPeople {
  const entry = plan.schedules[target.id];
  if (!entry) return { people: [], name: 'a deleted schedule', reason: 'the schedule no longer exists' };
  const { users } = onCallAt(entry.schedule, at, (id) => isActive(plan.people[id]));
  const people = fromIds(plan, users);
  return { people, name: entry.name, reason: people.length > 0 ? null : 'nobody is on call' };
}

/**
 * The people a target stands for at `at`, ACTIVE ones only and each once (SEMANTICS 2): a person, a team's members who
 * receive notifications (or its lead), or whoever is on call.
 */
export function peopleFor(target: Target, plan: PagingPlan, at: Instant): TargetPeople {
  switch (target.kind) {
    case 'USER': {
      const person = plan.people[target.id];
      if (!person) return { people: [], name: 'a deleted person', reason: 'the person no longer exists' };
      if (person.status === 'ACTIVE') return { people: [person], name: person.name, reason: null };
      return { people: [], name: person.name, reason: `${person.name} is ${person.status.toLowerCase()}` };
    }
    case 'TEAM':
      return teamPeople(target, plan);
    case 'SCHEDULE':
      return schedulePeople(target, plan, at);
  }
}

/** Last resort in order of choice: the policy's own, the organisation's, every ADMIN (SEMANTICS 2). */
export function lastResortChoices(plan: PagingPlan, own: readonly Target[]): Target[][] {
  const admins = plan.admins.map((id): Target => ({ kind: 'USER', id }));
  return [[...own], plan.lastResort, admins].filter((targets) => targets.length > 0);
}

/**
 * The one ACTIVE person who has proved that this Slack account is theirs; null when nobody in the plan has, or more than
 * one. Whether pages go there makes no difference.
 */
export function personOfMember(plan: PagingPlan, memberId: string, teamId: string | null): PlanPerson | null {
  const workspace = plan.slack?.teamId;
  if (workspace && workspace !== teamId) return null;
  const owners = Object.values(plan.people).filter(({ methods }) =>
    methods.some(({ kind, value, verified }) => kind === 'slack' && value === memberId && verified),
  );
  const [owner] = owners;
  return owners.length === 1 && isActive(owner) ? owner : null;
}
