import { findMaintenanceWindow, updateMaintenanceWindow } from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import { windowState } from '../../../domain/maintenance/window';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { servicesOf, tellIncidents } from './tell';
import { type MaintenanceWindowView, viewOf } from './view';

/**
 * Ends a window that is in force: what still burns pages now. One that repeats comes again on its next day. Failures:
 * forbidden, not-found, conflict (it is not in force).
 */
export async function endMaintenanceWindow(context: Context, { id }: IdInput): Promise<Result<MaintenanceWindowView>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findMaintenanceWindow(db, id);
  if (!before) return err(notFound('maintenance window'));
  if (windowState(before, now) !== 'active')
    return err(failure('conflict', 'The maintenance window is not in force, so there is nothing to end.'));
  const after = { ...before, endedAt: now, updatedAt: now };
  await saveChange(context, {
    action: 'maintenance-window.end',
    targetKind: 'maintenance-window',
    targetId: id,
    before,
    after,
    statements: [updateMaintenanceWindow(db, after)],
    touches: servicesOf(after),
    pushFirst: true,
  });
  tellIncidents(context, after);
  return ok(viewOf(after, now));
}
