import { listSchedules as listRows } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type ScheduleView, viewOf } from './view';

/** A page of all schedules, by name. Failures: forbidden, invalid (cursor). */
export async function listSchedules(
  { actor, db, now }: Context,
  page: PageRequest,
): Promise<Result<Page<ScheduleView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(db, page, now));
  return found.ok ? ok({ ...found.value, data: found.value.data.map(viewOf) }) : found;
}
