import { insertSchedule, type StoredSchedule } from '../../../db/repositories/schedules';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import type { CreateScheduleInput } from '../../../domain/schedule/input';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { refuseCostly } from './limits';
import { peopleInLayers, peopleInOverride } from './references';
import { type ScheduleView, viewOf } from './view';

/** Adds a schedule, with its overrides in order of creation. Failures: forbidden, invalid (unknown people, too much). */
export async function createSchedule(context: Context, input: CreateScheduleInput): Promise<Result<ScheduleView>> {
  const { actor, db, now, random } = context;
  const people = [
    ...peopleInLayers(input.layers),
    ...input.overrides.flatMap((override, i) => peopleInOverride(override, `overrides/${i}/`)),
  ];
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, people));
  if (refusal) return err(refusal);
  const id = newId('schedule', random);
  const schedule: StoredSchedule = {
    ...input,
    id,
    createdAt: now,
    updatedAt: now,
    overrides: input.overrides.map(({ userId, replacesUserId, start, end }) => ({
      id: newId('scheduleOverride', random),
      scheduleId: id,
      userId,
      replacesUserId,
      startAt: start,
      endAt: end,
      createdAt: now,
      createdBy: actorRef(actor).id ?? null,
    })),
  };
  const costly = refuseCostly(schedule, now);
  if (costly) return err(costly);
  await saveChange(context, {
    action: 'schedule.create',
    targetKind: 'schedule',
    targetId: id,
    after: schedule,
    statements: insertSchedule(db, schedule),
    touches: 'none',
  });
  return ok(viewOf(schedule));
}
