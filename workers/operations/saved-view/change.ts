import { runBatch } from '../../../db/repositories/batch';
import { deleteSavedView, replaceSavedView, type SavedView } from '../../../db/repositories/saved-views';
import type { UpdateViewInput } from '../../../domain/incident/saved-view';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { given } from '../config/given';
import { ownView } from './own';

/** Renames a view, shares it or not, or gives it another filter. Failures: forbidden, not-found. */
export async function updateView(
  context: Context,
  { id, ...input }: UpdateViewInput & IdInput,
): Promise<Result<SavedView>> {
  const before = await ownView(context, id);
  if (!before.ok) return before;
  const after: SavedView = { ...before.value, ...given(input), updatedAt: context.now };
  await runBatch(context.db, [replaceSavedView(context.db, after)]);
  return ok(after);
}

/** Deletes a view; the incidents in it stay. Failures: forbidden, not-found. */
export async function removeView(context: Context, { id }: IdInput): Promise<Result<null>> {
  const view = await ownView(context, id);
  if (!view.ok) return view;
  await runBatch(context.db, [deleteSavedView(context.db, id)]);
  return ok(null);
}
