import { listDashboards as listRows } from '../../../db/repositories/dashboards';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type DashboardView, ownerOf, seenDashboard, viewOf } from './own';

/** The caller's own dashboards and the shared ones, by name. Failures: forbidden, invalid (cursor). */
export async function listDashboards(context: Context, page: PageRequest): Promise<Result<Page<DashboardView>>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const found = pageResult(await listRows(context.db, ownerOf(context) ?? '', page));
  return found.ok ? ok({ ...found.value, data: found.value.data.map((one) => viewOf(context, one)) }) : found;
}

/** One dashboard that the caller may see. Failures: forbidden, not-found. */
export const getDashboard = (context: Context, { id }: IdInput): Promise<Result<DashboardView>> =>
  seenDashboard(context, id);
