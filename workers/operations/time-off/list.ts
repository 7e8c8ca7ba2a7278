import { findTimeOff, listTimeOff as listRows } from '../../../db/repositories/time-off';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type TimeOffView, timeOffViews } from './view';

/** A page of everybody's time off, or of one person's, past too, by id. Failures: forbidden, invalid (cursor). */
export async function listTimeOff(
  context: Context,
  { userId, ...page }: PageRequest & { userId?: string | undefined },
): Promise<Result<Page<TimeOffView>>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(context.db, page, userId));
  return found.ok ? ok({ ...found.value, data: await timeOffViews(context, found.value.data) }) : found;
}

/** One time off. Failures: forbidden, not-found. */
export async function getTimeOff(context: Context, { id }: IdInput): Promise<Result<TimeOffView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const row = await findTimeOff(context.db, id);
  const [view] = row ? await timeOffViews(context, [row]) : [];
  return view ? ok(view) : err(notFound('time off'));
}
