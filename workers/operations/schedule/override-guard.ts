import { countOverrides, MOST_OVERRIDES, type StoredOverride, toSchedule } from '../../../db/repositories/schedules';
import { can, refuse } from '../../../domain/access/permissions';
import { NOT_OWN_REASONS, notOwnAffair, type OverrideWish } from '../../../domain/schedule/override-permission';
import { LONGEST_RANGE } from '../../../domain/schedule/range';
import { answersBetween } from '../../../domain/schedule/resolve';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Context } from '../../context';
import { findStaffed } from './staffed';

/**
 * Null if the actor may make, or take back, this override: with the right to change schedules, or as a responder whose
 * own affair it is. `except`: the override itself, where it is stored already. Failures: forbidden, unauthenticated.
 */
export async function refuseOverride(
  context: Context,
  scheduleId: string,
  wish: OverrideWish,
  except?: string,
): Promise<Failure | null> {
  const { actor, now } = context;
  if (can(actor, 'config.write')) return null;
  if (actor.kind !== 'user' || !can(actor, 'incident.respond')) return refuse(actor, 'config.write');
  const why = notOwnAffair(actor.id, wish, await answersUnder(context, scheduleId, wish, except), now);
  return why ? failure('forbidden', NOT_OWN_REASONS[why], { detail: { permission: 'config.write' } }) : null;
}

/** Who is on call while the override lasts, without it. Only looked for where the answer hangs on it. */
async function answersUnder(
  context: Context,
  scheduleId: string,
  { userId, replacesUserId, start, end }: OverrideWish,
  except: string | undefined,
) {
  const decidesItself = userId === null || replacesUserId !== null || end - start > LONGEST_RANGE;
  const found = decidesItself ? null : await findStaffed(context, scheduleId, start);
  if (!found) return [];
  const overrides = found.stored.overrides.filter(({ id }) => id !== except);
  return answersBetween(toSchedule({ ...found.stored, overrides }), start, end, found.isActive);
}

/** Null if so many more overrides may still be stored. Failure: conflict. */
export async function refuseTooMany({ db, now }: Context, scheduleId: string, more: number): Promise<Failure | null> {
  const found = await countOverrides(db, scheduleId, now);
  if (found + more <= MOST_OVERRIDES) return null;
  return failure('conflict', `A schedule takes ${MOST_OVERRIDES} overrides that have not ended.`);
}

export const wishOf = ({ userId, replacesUserId, startAt, endAt }: StoredOverride): OverrideWish => ({
  userId,
  replacesUserId,
  start: startAt,
  end: endAt,
});
