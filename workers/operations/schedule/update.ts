import { replaceSchedule } from '../../../db/repositories/schedules';
import type { UpdateScheduleInput } from '../../../domain/schedule/input';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { plannedUpdate } from './planned-update';
import { type ScheduleView, viewOf } from './view';

/**
 * Changes a schedule; what is left out stays, `layers` replaces all. Whoever's turn it is keeps it unless `keepCurrent`
 * is false (`domain/schedule/keep-current.ts`), so the people of a layer may come back in another order than they were
 * sent; with `effectiveFrom` the old layers end and the new ones begin then. Needs "config.write".
 * Failures: forbidden, not-found, invalid.
 */
export async function updateSchedule(
  context: Context,
  input: UpdateScheduleInput & IdInput,
): Promise<Result<ScheduleView>> {
  const planned = await plannedUpdate(context, input);
  if (!planned.ok) return planned;
  const { before, after } = planned.value;
  await saveChange(context, {
    action: 'schedule.update',
    targetKind: 'schedule',
    targetId: input.id,
    before,
    after,
    statements: replaceSchedule(context.db, after),
    touches: { kind: 'SCHEDULE', id: input.id },
  });
  return ok(viewOf(after));
}
