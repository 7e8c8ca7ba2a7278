import type { EscalationStep, Target } from '../escalation/policy';
import { reasonToSkip } from '../escalation/step-applies';
import { URGENCIES, type Urgency } from '../incident/incident';
import { ladderFor } from '../notification/ladder';
import { gaps } from '../schedule/shifts';
import { DAY, type Instant } from '../shared/time';
import type { PagingPlan, PlanPerson } from './plan';
import { lastResortChoices, peopleFor } from './targets';

/** How far ahead schedules are looked at for gaps. */
export const READINESS_AHEAD = 30 * DAY;

export type ReadinessSubject = {
  kind: 'SERVICE' | 'POLICY' | 'SCHEDULE' | 'USER' | 'ORGANISATION';
  id: string;
  name: string;
};

/** One reason why a page might reach nobody, worst first: `danger` where it would be so now, `warning` else. */
export type ReadinessProblem = {
  /** The same problem found through several services has the same key. */
  key: string;
  level: 'danger' | 'warning';
  subject: ReadinessSubject;
} & (
  | { kind: 'no-policy' | 'reaches-nobody' | 'last-step-empty' | 'last-resort-empty' | 'no-last-resort' }
  | { kind: 'step-empty'; step: number; reason: string }
  | { kind: 'lane-empty'; urgency: Urgency }
  | { kind: 'schedule-gap'; start: Instant; end: Instant; count: number }
  | { kind: 'person-inactive' | 'person-unreachable' | 'person-only-push' }
  | { kind: 'person-one-method'; channel: string }
);

type Detail = ReadinessProblem extends infer P
  ? P extends ReadinessProblem
    ? Omit<P, 'key' | 'level' | 'subject'>
    : never
  : never;

const problem = (level: ReadinessProblem['level'], subject: ReadinessSubject, detail: Detail): ReadinessProblem =>
  ({
    key: [detail.kind, subject.id, 'step' in detail ? detail.step : '', 'urgency' in detail ? detail.urgency : ''].join(
      ':',
    ),
    level,
    subject,
    ...detail,
  }) as ReadinessProblem;

const reaches = (plan: PagingPlan, targets: readonly Target[], at: Instant, channels: EscalationStep['channels']) =>
  targets.some((target) =>
    peopleFor(target, plan, at).people.some(
      (person) => ladderFor(person, 'HIGH', plan.usableChannels, channels).rungs.length > 0,
    ),
  );

function aboutPolicy(plan: PagingPlan, now: Instant): ReadinessProblem[] {
  const { service, policy } = plan;
  if (!policy)
    return [problem('danger', { kind: 'SERVICE', id: service.id, name: service.name }, { kind: 'no-policy' })];
  const subject: ReadinessSubject = { kind: 'POLICY', id: policy.id, name: policy.name };
  // Hours are left aside: a step for the night is no problem at noon.
  const empty = policy.steps.map(({ targets, channels }) => !reaches(plan, targets, now, channels));
  if (empty.every(Boolean)) return [problem('danger', subject, { kind: 'reaches-nobody' })];
  const found: ReadinessProblem[] = [];
  for (const [index, { targets }] of policy.steps.entries()) {
    if (!empty[index]) continue;
    const reasons = targets.flatMap((target) => peopleFor(target, plan, now).reason ?? []);
    const detail = { step: index + 1, reason: reasons.join('; ') || 'nobody it names has a usable contact method' };
    found.push(problem('warning', subject, { kind: 'step-empty', ...detail }));
  }
  if (empty.at(-1)) found.push(problem('warning', subject, { kind: 'last-step-empty' }));
  for (const urgency of URGENCIES) {
    const applies = policy.steps.some((step) => reasonToSkip({ ...step, hours: null }, urgency, now) === null);
    if (!applies) found.push(problem('warning', subject, { kind: 'lane-empty', urgency }));
  }
  return found;
}

function aboutLastResort(plan: PagingPlan, now: Instant): ReadinessProblem[] {
  const subject: ReadinessSubject = { kind: 'ORGANISATION', id: '', name: plan.organisation.name };
  const own = plan.policy?.lastResort ?? [];
  const found = plan.lastResort.length === 0 ? [problem('warning', subject, { kind: 'no-last-resort' })] : [];
  const reached = lastResortChoices(plan, own).some((targets) => reaches(plan, targets, now, null));
  return reached ? found : [...found, problem('danger', subject, { kind: 'last-resort-empty' })];
}

function aboutPerson(plan: PagingPlan, person: PlanPerson): ReadinessProblem[] {
  const subject: ReadinessSubject = { kind: 'USER', id: person.id, name: person.name };
  if (person.status !== 'ACTIVE') return [problem('warning', subject, { kind: 'person-inactive' })];
  const usable = person.methods.filter(
    ({ kind, verified, enabled }) => verified && enabled && plan.usableChannels.includes(kind),
  );
  const [only] = usable;
  if (!only) return [problem('danger', subject, { kind: 'person-unreachable' })];
  if (usable.every(({ kind }) => kind === 'push')) return [problem('warning', subject, { kind: 'person-only-push' })];
  return usable.length === 1 ? [problem('warning', subject, { kind: 'person-one-method', channel: only.kind })] : [];
}

/** Everyone whom the policy may page, now or in a turn to come; the owning team and admins only where it names them. */
function peopleNamed(plan: PagingPlan): PlanPerson[] {
  const targets = [
    ...(plan.policy?.steps ?? []).flatMap((step) => step.targets),
    ...(plan.policy?.lastResort ?? []),
    ...plan.lastResort,
  ];
  const ids = targets.flatMap(({ kind, id, leadOnly }): (string | null)[] => {
    const team = plan.teams[id];
    if (kind === 'USER') return [id];
    if (kind === 'TEAM') {
      if (leadOnly) return [team?.leadId ?? null];
      return (team?.members ?? []).filter((one) => one.receiveNotifications).map(({ userId }) => userId);
    }
    return (plan.schedules[id]?.schedule.layers ?? []).flatMap(({ users }) => users.flat());
  });
  return [...new Set(ids)].flatMap((id) => (id === null ? [] : (plan.people[id] ?? [])));
}

function aboutSchedules(plan: PagingPlan, now: Instant): ReadinessProblem[] {
  const named = new Set((plan.policy?.steps ?? []).flatMap(({ targets }) => targets.map(({ id }) => id)));
  return Object.values(plan.schedules)
    .filter(({ id }) => named.has(id))
    .flatMap(({ id, name, schedule }) => {
      const isAvailable = (user: string) => plan.people[user]?.status === 'ACTIVE';
      const found = gaps(schedule, now, now + READINESS_AHEAD, isAvailable);
      const [first] = found;
      if (!first) return [];
      const detail = { kind: 'schedule-gap' as const, start: first.start, end: first.end, count: found.length };
      return [problem('warning', { kind: 'SCHEDULE', id, name }, detail)];
    });
}

/** Everything that may keep a page for one service from reaching somebody, as things stand at `now`. */
export const problemsOf = (plan: PagingPlan, now: Instant): ReadinessProblem[] => [
  ...aboutPolicy(plan, now),
  ...aboutLastResort(plan, now),
  ...aboutSchedules(plan, now),
  ...peopleNamed(plan).flatMap((person) => aboutPerson(plan, person)),
];
