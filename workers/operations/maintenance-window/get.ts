import { findMaintenanceWindow } from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type MaintenanceWindowView, viewOf } from './view';

/** One maintenance window, and what it is now. Failures: forbidden, not-found. */
export async function getMaintenanceWindow(
  { actor, db, now }: Context,
  { id }: IdInput,
): Promise<Result<MaintenanceWindowView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const window = await findMaintenanceWindow(db, id);
  return window ? ok(viewOf(window, now)) : err(notFound('maintenance window'));
}
