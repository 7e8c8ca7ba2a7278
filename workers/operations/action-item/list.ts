import {
  boardItems,
  findActionItem,
  type ListedItem,
  listActionItems as listRows,
} from '../../../db/repositories/action-items';
import { refuse } from '../../../domain/access/permissions';
import type { ActionItem } from '../../../domain/postmortem/action-item';
import type { ActionItemListInput } from '../../../domain/postmortem/input';
import type { IdInput } from '../../../domain/shared/input';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';

/** More than that on a board help nobody. */
const ON_BOARD = 200;

/** A page of action items, the newest first. Failures: forbidden, invalid (cursor). */
export async function listActionItems(
  { actor, db }: Context,
  input: PageRequest & ActionItemListInput,
): Promise<Result<Page<ActionItem>>> {
  const refused = refuse(actor, 'incident.read');
  return refused ? err(refused) : pageResult(await listRows(db, input));
}

/** Everything that is to be done, by due date, and what was done. Failures: forbidden. */
export async function actionItemBoard({ actor, db }: Context): Promise<Result<ListedItem[]>> {
  const refused = refuse(actor, 'incident.read');
  return refused ? err(refused) : ok(await boardItems(db, ON_BOARD));
}

/** One item. Failures: forbidden, not-found. */
export async function getActionItem({ actor, db }: Context, { id }: IdInput): Promise<Result<ActionItem>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  const found = await findActionItem(db, id);
  return found ? ok(found) : err(notFound('action item'));
}
