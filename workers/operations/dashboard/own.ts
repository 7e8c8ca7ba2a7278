import { type Dashboard, findDashboard } from '../../../db/repositories/dashboards';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** `mayEdit`: it is the caller's own, or they are an administrator. */
export type DashboardView = Dashboard & { mayEdit: boolean };

/** Dashboards are of people; keys that act as nobody have none. */
export const ownerOf = ({ actor }: Context): string | null => (actor.kind === 'user' ? actor.id : null);

export function viewOf(context: Context, one: Dashboard): DashboardView {
  const { actor } = context;
  const isAdmin = actor.kind === 'user' && actor.role === 'ADMIN';
  return { ...one, mayEdit: one.ownerId === ownerOf(context) || isAdmin };
}

/** One that the caller may see: their own, or one that is shared. */
export async function seenDashboard(context: Context, id: string): Promise<Result<DashboardView>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const found = await findDashboard(context.db, id);
  const isSeen = found && (found.isShared || found.ownerId === ownerOf(context));
  return isSeen ? ok(viewOf(context, found)) : err(notFound('dashboard'));
}

/** One that the caller may change: their own; administrators also what is shared. */
export async function ownDashboard(context: Context, id: string): Promise<Result<Dashboard>> {
  const seen = await seenDashboard(context, id);
  if (!seen.ok) return seen;
  const { mayEdit, ...dashboard } = seen.value;
  return mayEdit
    ? ok(dashboard)
    : err(failure('forbidden', 'Only its owner or an administrator may change a shared dashboard.'));
}
