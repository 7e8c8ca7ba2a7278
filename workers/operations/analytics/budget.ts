import { outagesOf } from '../../../db/repositories/incident-facts';
import { namesOf } from '../../../db/repositories/names';
import { refuse } from '../../../domain/access/permissions';
import { dayStart } from '../../../domain/analytics/day';
import { type ErrorBudget, errorBudget } from '../../../domain/analytics/error-budget';
import { type AnalyticsInput, periodOf } from '../../../domain/analytics/filter';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** What a service is measured against. */
const TARGET = 0.999;

/** How much of the 0.1 % of a period that a service may be down it was. Failures: forbidden, not-found. */
export async function serviceBudget(
  { actor, db, now }: Context,
  { serviceId, ...asked }: AnalyticsInput & { serviceId: string },
): Promise<Result<ErrorBudget & { target: number }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const [known] = await namesOf(db, 'SERVICE', [serviceId]);
  if (!known) return err(notFound('service'));
  const period = periodOf(asked, now);
  const [from, to] = [dayStart(period.from), dayStart(period.to)];
  const outages = await outagesOf(db, serviceId, from, to);
  return ok({ target: TARGET, ...errorBudget(outages, { from, to, target: TARGET, now }) });
}
