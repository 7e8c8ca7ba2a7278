import { findSchedule, insertOverride, type StoredOverride } from '../../../db/repositories/schedules';
import { type Actor, actorRef } from '../../../domain/access/actor';
import { can, refuse } from '../../../domain/access/permissions';
import type { OverrideInput } from '../../../domain/schedule/input';
import type { Failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isSelf } from '../config/own';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { peopleInOverride } from './references';
import { type OverrideView, overrideViewOf } from './view';

/**
 * Puts somebody (or nobody) on call for a while, instead of everybody or of one person; of two that overlap the later
 * one counts. Whoever may respond may take a shift over themselves. Failures: forbidden, not-found, invalid (people).
 */
export async function createOverride(
  context: Context,
  { id, userId, replacesUserId, start, end }: OverrideInput & IdInput,
): Promise<Result<OverrideView>> {
  const { actor, db, now, random } = context;
  const refusal = refuseOverride(actor, userId);
  if (refusal) return err(refusal);
  if (!(await findSchedule(db, id, now))) return err(notFound('schedule'));
  const missing = await missingFailure(context, peopleInOverride({ userId, replacesUserId, start, end }));
  if (missing) return err(missing);
  const override: StoredOverride = {
    id: newId('scheduleOverride', random),
    scheduleId: id,
    userId,
    replacesUserId,
    startAt: start,
    endAt: end,
    createdAt: now,
    createdBy: actorRef(actor).id ?? null,
  };
  await saveChange(context, {
    action: 'schedule.override',
    targetKind: 'schedule',
    targetId: id,
    after: override,
    statements: [insertOverride(db, override)],
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(overrideViewOf(override));
}

function refuseOverride(actor: Actor, userId: string | null): Failure | null {
  if (userId !== null && isSelf(actor, userId) && can(actor, 'incident.respond')) return null;
  return refuse(actor, 'config.write');
}
