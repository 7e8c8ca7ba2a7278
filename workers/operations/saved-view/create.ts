import { runBatch } from '../../../db/repositories/batch';
import { insertSavedView, type SavedView } from '../../../db/repositories/saved-views';
import { refuse } from '../../../domain/access/permissions';
import type { CreateViewInput } from '../../../domain/incident/saved-view';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { ownerOf } from './own';

/** Keeps a filter of the list under a name. Failures: forbidden, conflict (a key has no views of its own). */
export async function createView(context: Context, input: CreateViewInput): Promise<Result<SavedView>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const ownerId = ownerOf(context);
  if (ownerId === null) return err(failure('conflict', 'A view belongs to a person; an API key cannot have one.'));
  const view: SavedView = { id: newId('savedView', random), ownerId, ...input, createdAt: now, updatedAt: now };
  await runBatch(db, [insertSavedView(db, view)]);
  return ok(view);
}
