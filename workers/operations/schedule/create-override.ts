import { findSchedule, insertOverride, type StoredOverride, touchSchedule } from '../../../db/repositories/schedules';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import type { OverrideInput } from '../../../domain/schedule/input';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { refuseCostly } from './limits';
import { refuseOverride, refuseTooMany } from './override-guard';
import { peopleInOverride } from './references';
import { type OverrideView, overrideViewOf } from './view';

/**
 * Puts somebody (or nobody) on call for a while, instead of everybody or of one person; of two that overlap the later
 * one counts. Responders may give away their own shifts and take over those of others (`override-permission.ts`).
 * Failures: forbidden, not-found, invalid (people), conflict (too many).
 */
export async function createOverride(
  context: Context,
  { id, ...input }: OverrideInput & IdInput,
): Promise<Result<OverrideView>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'config.read') ?? (await refuseOverride(context, id, input));
  if (refusal) return err(refusal);
  const schedule = await findSchedule(db, id, now);
  if (!schedule) return err(notFound('schedule'));
  const override: StoredOverride = {
    id: newId('scheduleOverride', random),
    scheduleId: id,
    userId: input.userId,
    replacesUserId: input.replacesUserId,
    startAt: input.start,
    endAt: input.end,
    createdAt: now,
    createdBy: actorRef(actor).id ?? null,
  };
  const unfit =
    (await missingFailure(context, peopleInOverride(input))) ??
    (await refuseTooMany(context, id, 1)) ??
    refuseCostly({ ...schedule, overrides: [...schedule.overrides, override] }, now);
  if (unfit) return err(unfit);
  await saveChange(context, {
    action: 'schedule.override',
    targetKind: 'schedule',
    targetId: id,
    after: override,
    statements: [insertOverride(db, override), touchSchedule(db, id, now)],
    touches: { kind: 'SCHEDULE', id },
  });
  return ok(overrideViewOf(override));
}
