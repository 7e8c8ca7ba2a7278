import { findSchedule } from '../../../db/repositories/schedules';
import { type Use, usesOfSchedule } from '../../../db/repositories/usage';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** What pages a schedule and would have to change before it can be deleted. Failures: forbidden, not-found. */
export async function usesOf({ actor, db, now }: Context, { id }: IdInput): Promise<Result<Use[]>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findSchedule(db, id, now))) return err(notFound('schedule'));
  return ok(await usesOfSchedule(db, id));
}
