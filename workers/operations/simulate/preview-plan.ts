import type { EscalationStep, Target } from '../../../domain/escalation/policy';
import { reasonToSkip } from '../../../domain/escalation/step-applies';
import type { Urgency } from '../../../domain/incident/incident';
import type { Channel } from '../../../domain/notification/channels';
import { ladderFor } from '../../../domain/notification/ladder';
import type { PagingPlan } from '../../../domain/plan/plan';
import { peopleFor } from '../../../domain/plan/targets';
import { type Instant, SECOND } from '../../../domain/shared/time';

/** Somebody who would be paged, and the channels their ladder uses, in its order. */
export type PreviewPerson = { id: string; name: string; channels: Channel[] };

/** What one step would do. `reasons` says why somebody it names would not be paged; nobody in `people`: an empty step. */
export type StepPreview = {
  step: number;
  /** Counted from the alert; the delay after an empty step is not waited (SEMANTICS 2). */
  afterSeconds: number;
  people: PreviewPerson[];
  reasons: string[];
  /** One of them a cycle, taking turns. */
  takesTurns: boolean;
};

/** Whom a policy pages when it has reached nobody, and who decided so. */
export type LastResortPreview = { from: 'policy' | 'organisation' | 'admins'; people: PreviewPerson[] };

export type PlanPreview = {
  at: Instant;
  urgency: Urgency;
  steps: StepPreview[];
  lastResort: LastResortPreview;
};

type Reach = Pick<StepPreview, 'people' | 'reasons'>;

/** Who would be paged if an alert came in at `at` and nobody answered: every step once, as the pager would take it. */
export function previewPlan(plan: PagingPlan, at: Instant, urgency: Urgency): PlanPreview {
  const reach = (targets: readonly Target[], when: Instant, channels: EscalationStep['channels']): Reach =>
    reachOf(plan, targets, when, urgency, channels);
  const steps: StepPreview[] = [];
  let afterSeconds = 0;
  for (const [index, definition] of (plan.policy?.steps ?? []).entries()) {
    const { delaySeconds, targets, channels, roundRobin } = definition;
    const wasEmpty = steps.at(-1)?.people.length === 0;
    if (!wasEmpty) afterSeconds += delaySeconds;
    const when = at + afterSeconds * SECOND;
    const skip = reasonToSkip(definition, urgency, when);
    const reached = skip ? { people: [], reasons: [skip] } : reach(targets, when, channels);
    steps.push({ step: index + 1, afterSeconds, ...reached, takesTurns: roundRobin ?? false });
  }
  return { at, urgency, steps, lastResort: lastResortOf(plan, (targets) => reach(targets, at, null).people) };
}

function reachOf(
  plan: PagingPlan,
  targets: readonly Target[],
  at: Instant,
  urgency: Urgency,
  channels: EscalationStep['channels'],
): Reach {
  const found = new Map<string, PreviewPerson>();
  const reasons: string[] = targets.length === 0 ? ['it names nobody'] : [];
  for (const target of targets) {
    const { people, name, reason } = peopleFor(target, plan, at);
    if (reason) reasons.push(target.kind === 'USER' ? reason : `${name}: ${reason}`);
    for (const person of people) {
      const { rungs, reason: unreachable } = ladderFor(person, urgency, plan.usableChannels, channels);
      if (unreachable) reasons.push(unreachable);
      else if (!found.has(person.id)) {
        const used = [...new Set(rungs.map(({ channel }) => channel))];
        found.set(person.id, { id: person.id, name: person.name, channels: used });
      }
    }
  }
  return { people: [...found.values()], reasons: [...new Set(reasons)] };
}

/** The first choice that reaches somebody, else the last one, with nobody (SEMANTICS 2). */
function lastResortOf(plan: PagingPlan, reach: (targets: readonly Target[]) => PreviewPerson[]): LastResortPreview {
  const admins = plan.admins.map((id): Target => ({ kind: 'USER', id }));
  const choices = [
    { from: 'policy', targets: plan.policy?.lastResort ?? [] },
    { from: 'organisation', targets: plan.lastResort },
    { from: 'admins', targets: admins },
  ] as const;
  for (const { from, targets } of choices) {
    const people = reach(targets);
    if (people.length > 0) return { from, people };
  }
  return { from: 'admins', people: [] };
}
