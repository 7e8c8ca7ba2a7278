import { findSavedView, type SavedView } from '../../../db/repositories/saved-views';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Views are of people, and of keys that act as nobody there are none. */
export const ownerOf = ({ actor }: Context): string | null => (actor.kind === 'user' ? actor.id : null);

/** A view that the caller may see: their own, or one that is shared. */
export async function seenView(context: Context, id: string): Promise<Result<SavedView>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const view = await findSavedView(context.db, id);
  return view && (view.isShared || view.ownerId === ownerOf(context)) ? ok(view) : err(notFound('saved view'));
}

/** One that the caller may change: their own; administrators also what is shared. */
export async function ownView(context: Context, id: string): Promise<Result<SavedView>> {
  const seen = await seenView(context, id);
  if (!seen.ok || seen.value.ownerId === ownerOf(context)) return seen;
  if (context.actor.kind === 'user' && context.actor.role === 'ADMIN') return seen;
  return err(failure('forbidden', 'Only its owner or an administrator may change a shared view.'));
}
