import { listServices } from '../../../db/repositories/services';
import type { EscalationPolicy, EscalationStep } from '../../../domain/escalation/policy';
import { DEFAULT_SERVICE_SETTINGS, type PagingPlan } from '../../../domain/plan/plan';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { loadPlan } from '../../plan';

/** A policy as somebody is writing it: its steps have no ids yet. */
export type DraftPolicy = Pick<
  EscalationPolicy,
  'name' | 'repeat' | 'repeatAfterSeconds' | 'endAction' | 'lastResort'
> & {
  steps: Omit<EscalationStep, 'id'>[];
};

/**
 * A paging plan that follows this policy, as of `at`, for looking ahead. A plan belongs to a service: any one lends its
 * own, with everybody whom the policy names added. Null while there is none.
 */
export async function planForPolicy(
  { db, config }: Context,
  policy: DraftPolicy,
  at: Instant,
): Promise<PagingPlan | null> {
  const service = (await listServices(db, { limit: 1 }))?.data[0];
  if (!service) return null;
  const targets = [...policy.steps.flatMap((step) => step.targets), ...policy.lastResort];
  const plan = await loadPlan(db, config, service.id, at, targets);
  if (!plan) return null;
  const steps = policy.steps.map((step, index) => ({ ...step, id: `step_${index + 1}` }));
  return {
    ...plan,
    service: { ...plan.service, settings: DEFAULT_SERVICE_SETTINGS },
    policy: { ...policy, id: '', steps },
  };
}
