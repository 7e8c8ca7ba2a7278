import { refuse } from '../../../domain/access/permissions';
import type { Urgency } from '../../../domain/incident/incident';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type PlanPreview, previewPlan } from '../simulate/preview-plan';
import { type DraftPolicy, planForPolicy } from './draft-plan';

/**
 * Whom each step of a policy, stored or not, would page now. Null while there is no service to try it on.
 * Failures: forbidden.
 */
export async function previewPolicy(
  context: Context,
  { policy, urgency = 'HIGH' }: { policy: DraftPolicy; urgency?: Urgency },
): Promise<Result<PlanPreview | null>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const plan = await planForPolicy(context, policy, context.now);
  return ok(plan && previewPlan(plan, context.now, urgency));
}
