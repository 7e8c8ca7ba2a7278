import { refuse } from '../../../domain/access/permissions';
import { onCallAt } from '../../../domain/schedule/resolve';
import { nextHandoff as nextOf } from '../../../domain/schedule/shifts';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { findStaffed, type PersonRef } from './staffed';

/** `next` null: nothing changes within 366 days; its `users` are [] if nobody comes on call. */
export type HandoffView = { at: Instant; users: PersonRef[]; next: { at: Instant; users: PersonRef[] } | null };

/** Who is on call at `at` (now, if left out), and who is next, and when. Failures: forbidden, not-found. */
export async function nextHandoff(
  context: Context,
  { id, at = context.now }: IdInput & { at?: Instant | undefined },
): Promise<Result<HandoffView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, at);
  if (!found) return err(notFound('schedule'));
  const { schedule, isActive, refOf } = found;
  const next = nextOf(schedule, at, isActive);
  return ok({
    at,
    users: onCallAt(schedule, at, isActive).users.map(refOf),
    next: next && { at: next.at, users: next.users.map(refOf) },
  });
}
