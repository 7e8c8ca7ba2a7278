import { deleteMaintenanceWindow, findMaintenanceWindow } from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { servicesOf, tellIncidents } from './tell';

/** Deletes a window; what it holds pages now. Failures: forbidden, not-found. */
export async function removeMaintenanceWindow(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findMaintenanceWindow(db, id);
  if (!before) return err(notFound('maintenance window'));
  await saveChange(context, {
    action: 'maintenance-window.remove',
    targetKind: 'maintenance-window',
    targetId: id,
    before,
    statements: [deleteMaintenanceWindow(db, id)],
    touches: servicesOf(before),
    pushFirst: true,
  });
  tellIncidents(context, before);
  return ok(null);
}
