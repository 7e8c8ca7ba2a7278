import {
  findMaintenanceWindow,
  updateMaintenanceWindow as updateRow,
} from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import { type UpdateMaintenanceWindowInput, windowProblems } from '../../../domain/maintenance/input';
import type { MaintenanceWindow } from '../../../domain/maintenance/window';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';
import { servicesOf, tellIncidents } from './tell';
import { type MaintenanceWindowView, viewOf } from './view';

/**
 * Changes a window; what is left out stays. New times make one that was ended by hand count again. What it no longer
 * holds pages at once. Failures: forbidden, not-found, invalid.
 */
export async function updateMaintenanceWindow(
  context: Context,
  { id, ...input }: UpdateMaintenanceWindowInput & IdInput,
): Promise<Result<MaintenanceWindowView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findMaintenanceWindow(db, id);
  if (!before) return err(notFound('maintenance window'));
  const changed: MaintenanceWindow = { ...before, ...given(input), updatedAt: now };
  const isMoved = changed.startAt !== before.startAt || changed.endAt !== before.endAt;
  const after = isMoved ? { ...changed, endedAt: null } : changed;
  const [problem, ...more] = windowProblems(after);
  if (problem) return err(failure('invalid', `${problem.message}.`, { fields: [problem, ...more] }));
  const missing = await missingFailure(context, referencesOf(input));
  if (missing) return err(missing);
  await saveChange(context, {
    action: 'maintenance-window.update',
    targetKind: 'maintenance-window',
    targetId: id,
    before,
    after,
    statements: [updateRow(db, after)],
    touches: servicesOf(before, after),
    pushFirst: true,
  });
  tellIncidents(context, before, after);
  return ok(viewOf(after, now));
}
