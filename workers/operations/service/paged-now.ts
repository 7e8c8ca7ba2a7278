import { findService } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import type { Urgency } from '../../../domain/incident/incident';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { compilePlanFor } from '../plan/compile';
import { type PlanPreview, previewPlan } from '../simulate/preview-plan';

/** `policy` null: nobody is paged for this service. */
export type PagedNow = PlanPreview & { policy: { id: string; name: string; repeat: number } | null };

/**
 * Who would be paged if an alert of this urgency (the service's default, if left out) came in now. Failures: forbidden,
 * not-found.
 */
export async function pagedNow(
  context: Context,
  { id, urgency }: IdInput & { urgency?: Urgency },
): Promise<Result<PagedNow>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const service = await findService(context.db, id);
  const plan = service && (await compilePlanFor(context, id));
  if (!plan) return err(notFound('service'));
  const preview = previewPlan(plan, context.now, urgency ?? plan.service.settings.defaultUrgency);
  const { policy } = plan;
  return ok({ ...preview, policy: policy && { id: policy.id, name: policy.name, repeat: policy.repeat } });
}
