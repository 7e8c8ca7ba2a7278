import { findService } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import type { Urgency } from '../../../domain/incident/incident';
import { type SimulatedPage, simulate } from '../../../domain/plan/simulate';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type DraftPolicy, planForPolicy } from '../escalation-policy/draft-plan';
import { compilePlanFor } from '../plan/compile';

export type SimulateInput = { service: string; at?: Instant; urgency?: Urgency };

/**
 * The pages that would go out for a service if an alert came in at `at` (now, if left out) and nobody answered for a
 * day. Without a policy there are none. Failures: forbidden, not-found.
 */
export async function simulateService(
  context: Context,
  { service: id, at = context.now, urgency }: SimulateInput,
): Promise<Result<SimulatedPage[]>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const service = await findService(context.db, id);
  // Compiled as of that instant, so that overrides which are over by now are in it too.
  const plan = service && (await compilePlanFor({ ...context, now: at }, id));
  if (!plan) return err(notFound('service'));
  return ok(simulate(plan, at, urgency ?? plan.service.settings.defaultUrgency));
}

/** The same for a policy, stored or not. Null while there is no service to try it on. Failures: forbidden. */
export async function simulatePolicy(
  context: Context,
  { policy, at, urgency }: { policy: DraftPolicy; at: Instant; urgency: Urgency },
): Promise<Result<SimulatedPage[] | null>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const plan = await planForPolicy(context, policy, at);
  return ok(plan && simulate(plan, at, urgency));
}
