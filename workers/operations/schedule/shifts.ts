import { refuse } from '../../../domain/access/permissions';
import type { RangeInput } from '../../../domain/schedule/range';
import { shifts } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { findStaffed, type PersonRef } from './staffed';

export type ShiftsView = { from: string; to: string; data: { user: PersonRef; start: string; end: string }[] };

/**
 * The shifts of [from, to), cut at both ends, by start (R11). Only people who are ACTIVE now have any, as for the pager.
 * The range is at most 400 days (`rangeInput`). Failures: forbidden, not-found.
 */
export async function scheduleShifts(
  context: Context,
  { id, from, to }: RangeInput & IdInput,
): Promise<Result<ShiftsView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, from);
  if (!found) return err(notFound('schedule'));
  const data = shifts(found.schedule, from, to, found.isActive).map(({ user, start, end }) => ({
    user: found.refOf(user),
    start: toIso(start),
    end: toIso(end),
  }));
  return ok({ from: toIso(from), to: toIso(to), data });
}
