import { outagesOf } from '../../../db/repositories/incident-facts';
import { findSettings } from '../../../db/repositories/services';
import { refuse } from '../../../domain/access/permissions';
import { dayStart } from '../../../domain/analytics/day';
import { availabilityTarget, type ErrorBudget, errorBudget } from '../../../domain/analytics/error-budget';
import { type AnalyticsInput, periodOf } from '../../../domain/analytics/filter';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** How much of what a service may be down in a period, by its own target, it was. Failures: forbidden, not-found. */
export async function serviceBudget(
  { actor, db, now }: Context,
  { serviceId, ...asked }: AnalyticsInput & { serviceId: string },
): Promise<Result<ErrorBudget & { target: number }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const settings = await findSettings(db, serviceId);
  if (!settings) return err(notFound('service'));
  const target = availabilityTarget(settings.availabilityPercent);
  const period = periodOf(asked, now);
  const [from, to] = [dayStart(period.from), dayStart(period.to)];
  const outages = await outagesOf(db, serviceId, from, to);
  return ok({ target, ...errorBudget(outages, { from, to, target, now }) });
}
