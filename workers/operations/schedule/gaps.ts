import { type PagingService, servicesPaging } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { RangeInput } from '../../../domain/schedule/range';
import { gaps } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { findStaffed } from './staffed';

/**
 * When nobody is on call, and the services whose policies page this schedule. Where `reachesOthers` is false the policy
 * has no other target, so that in a gap only its last resort is paged.
 */
export type GapsView = { from: string; to: string; data: { start: string; end: string }[]; services: PagingService[] };

/** The gaps of [from, to), at most 400 days (`rangeInput`), in order. Failures: forbidden, not-found. */
export async function scheduleGaps(
  context: Context,
  { id, from, to }: RangeInput & IdInput,
): Promise<Result<GapsView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, from);
  if (!found) return err(notFound('schedule'));
  return ok({
    from: toIso(from),
    to: toIso(to),
    data: gaps(found.schedule, from, to, found.isActive).map(({ start, end }) => ({
      start: toIso(start),
      end: toIso(end),
    })),
    services: await servicesPaging(context.db, id),
  });
}
