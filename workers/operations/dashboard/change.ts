import { runBatch } from '../../../db/repositories/batch';
import { type Dashboard, deleteDashboard, replaceDashboard } from '../../../db/repositories/dashboards';
import type { UpdateDashboardInput } from '../../../domain/analytics/dashboard';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { given } from '../config/given';
import { type DashboardView, ownDashboard, viewOf } from './own';
import { panelsOf, unknownInPanels } from './panels';

/**
 * Renames a dashboard, shares it or not, or arranges its panels anew. A panel that stands already may go on naming a
 * service that is gone meanwhile. Failures: forbidden, not-found, invalid (service, team of a new panel).
 */
export async function updateDashboard(
  context: Context,
  { id, panels, ...input }: UpdateDashboardInput & IdInput,
): Promise<Result<DashboardView>> {
  const before = await ownDashboard(context, id);
  if (!before.ok) return before;
  const unknown = await unknownInPanels(context, panels ?? [], before.value.panels);
  if (unknown) return err(unknown);
  const after: Dashboard = {
    ...before.value,
    ...given(input),
    panels: panels ? panelsOf(context, panels) : before.value.panels,
    updatedAt: context.now,
  };
  await runBatch(context.db, [replaceDashboard(context.db, after)]);
  return ok(viewOf(context, after));
}

/** Deletes a dashboard; what it showed stays. Failures: forbidden, not-found. */
export async function removeDashboard(context: Context, { id }: IdInput): Promise<Result<null>> {
  const found = await ownDashboard(context, id);
  if (!found.ok) return found;
  await runBatch(context.db, [deleteDashboard(context.db, id)]);
  return ok(null);
}
