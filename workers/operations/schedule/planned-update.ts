import { findSchedule, type StoredSchedule } from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import { changed } from '../../../domain/schedule/change';
import type { UpdateScheduleInput } from '../../../domain/schedule/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { missingFailure } from '../config/references';
import { refuseCostly } from './limits';
import { peopleInLayers } from './references';

/** A schedule as it is and as it would be after a change. Failures: forbidden, not-found, invalid. */
export async function plannedUpdate(
  context: Context,
  { id, name, ...change }: UpdateScheduleInput & IdInput,
): Promise<Result<{ before: StoredSchedule; after: StoredSchedule }>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findSchedule(db, id, now);
  if (!before) return err(notFound('schedule'));
  const missing = await missingFailure(context, peopleInLayers(change.layers));
  if (missing) return err(missing);
  const layers = changed(before, change, now);
  if (!layers.ok) return err(invalidField(layers.error.path, layers.error.message));
  const after: StoredSchedule = { ...before, ...layers.value, name: name ?? before.name, updatedAt: now };
  const costly = refuseCostly(after, now);
  return costly ? err(costly) : ok({ before, after });
}
