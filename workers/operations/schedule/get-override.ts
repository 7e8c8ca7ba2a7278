import { findOverride, findSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type OverrideView, overrideViewOf } from './view';

/** One override of a schedule, also a past one. Failures: forbidden, not-found. */
export async function getOverride(
  { actor, db, now }: Context,
  { id, overrideId }: { id: string; overrideId: string },
): Promise<Result<OverrideView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findSchedule(db, id, now))) return err(notFound('schedule'));
  const found = await findOverride(db, overrideId);
  return found?.scheduleId === id ? ok(overrideViewOf(found)) : err(notFound('override'));
}
