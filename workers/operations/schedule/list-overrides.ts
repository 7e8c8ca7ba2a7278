import { findSchedule, listOverrides as listRows } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type OverrideView, overrideViewOf } from './view';

/** A page of a schedule's overrides, past ones too, by id. Failures: forbidden, not-found, invalid (cursor). */
export async function listOverrides(
  { actor, db, now }: Context,
  { id, ...page }: PageRequest & IdInput,
): Promise<Result<Page<OverrideView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findSchedule(db, id, now))) return err(notFound('schedule'));
  const found = pageResult(await listRows(db, id, page));
  return found.ok ? ok({ ...found.value, data: found.value.data.map(overrideViewOf) }) : found;
}
