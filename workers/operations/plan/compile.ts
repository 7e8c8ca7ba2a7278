import type { PagingPlan } from '../../../domain/plan/plan';
import type { Context } from '../../context';
import { loadPlan } from '../../plan';

/** The paging plan of a service as the configuration is now; null if there is no such service. */
export const compilePlanFor = (
  { db, config, now }: Pick<Context, 'db' | 'config' | 'now'>,
  serviceId: string,
): Promise<PagingPlan | null> => loadPlan(db, config, serviceId, now);
