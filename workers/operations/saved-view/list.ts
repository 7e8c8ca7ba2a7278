import { listSavedViews, type SavedView } from '../../../db/repositories/saved-views';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { ownerOf, seenView } from './own';

/** The caller's own views and the shared ones, by name. Failures: forbidden, invalid (cursor). */
export async function listViews(context: Context, page: PageRequest): Promise<Result<Page<SavedView>>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  return pageResult(await listSavedViews(context.db, ownerOf(context) ?? '', page));
}

/** One view that the caller may see. Failures: forbidden, not-found. */
export const getView = (context: Context, { id }: IdInput): Promise<Result<SavedView>> => seenView(context, id);
