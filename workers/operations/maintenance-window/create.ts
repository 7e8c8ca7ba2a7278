import { insertMaintenanceWindow } from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import type { CreateMaintenanceWindowInput } from '../../../domain/maintenance/input';
import type { MaintenanceWindow } from '../../../domain/maintenance/window';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';
import { servicesOf, tellIncidents } from './tell';
import { type MaintenanceWindowView, viewOf } from './view';

/**
 * Adds a maintenance window; what is open of its services is held from its start. Failures: forbidden, invalid (a
 * service that there is not).
 */
export async function createMaintenanceWindow(
  context: Context,
  input: CreateMaintenanceWindowInput,
): Promise<Result<MaintenanceWindowView>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input)));
  if (refusal) return err(refusal);
  const times = { endedAt: null, createdAt: now, updatedAt: now };
  const window: MaintenanceWindow = { id: newId('maintenanceWindow', random), ...input, ...times };
  await saveChange(context, {
    action: 'maintenance-window.create',
    targetKind: 'maintenance-window',
    targetId: window.id,
    after: window,
    statements: [insertMaintenanceWindow(db, window)],
    touches: servicesOf(window),
    // The next alert is to find it.
    pushFirst: true,
  });
  tellIncidents(context, window);
  return ok(viewOf(window, now));
}
