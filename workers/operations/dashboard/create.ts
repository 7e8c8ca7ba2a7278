import { runBatch } from '../../../db/repositories/batch';
import { type Dashboard, insertDashboard } from '../../../db/repositories/dashboards';
import { refuse } from '../../../domain/access/permissions';
import { type CreateDashboardInput, FIRST_PANELS } from '../../../domain/analytics/dashboard';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type DashboardView, ownerOf, viewOf } from './own';
import { panelsOf, unknownInPanels } from './panels';

/** Puts a dashboard together. Failures: forbidden, invalid (service, team), conflict (a key has none of its own). */
export async function createDashboard(context: Context, input: CreateDashboardInput): Promise<Result<DashboardView>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const ownerId = ownerOf(context);
  if (ownerId === null) return err(failure('conflict', 'A dashboard belongs to a person; an API key cannot have one.'));
  const { panels = [...FIRST_PANELS], ...named } = input;
  const unknown = await unknownInPanels(context, panels);
  if (unknown) return err(unknown);
  const one: Dashboard = {
    id: newId('dashboard', random),
    ownerId,
    ...named,
    panels: panelsOf(context, panels),
    createdAt: now,
    updatedAt: now,
  };
  await runBatch(db, [insertDashboard(db, one)]);
  return ok(viewOf(context, one));
}
