import { findSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type ScheduleView, viewOf } from './view';

/** One schedule with its layers and the overrides that have not ended. Failures: forbidden, not-found. */
export async function getSchedule({ actor, db, now }: Context, { id }: IdInput): Promise<Result<ScheduleView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const schedule = await findSchedule(db, id, now);
  return schedule ? ok(viewOf(schedule)) : err(notFound('schedule'));
}
