import { listMaintenanceWindows as listRows, type WindowFilter } from '../../../db/repositories/maintenance-windows';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type MaintenanceWindowView, viewOf } from './view';

/** A page of all windows, or of one service, or those that are over or not. Failures: forbidden, invalid (cursor). */
export async function listMaintenanceWindows(
  { actor, db, now }: Context,
  filter: PageRequest & WindowFilter,
): Promise<Result<Page<MaintenanceWindowView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const page = pageResult(await listRows(db, filter, now));
  if (!page.ok) return page;
  return ok({ ...page.value, data: page.value.data.map((window) => viewOf(window, now)) });
}
