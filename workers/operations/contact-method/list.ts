import { listContactMethods as listRows } from '../../../db/repositories/contact-methods';
import { problemsOf } from '../../../db/repositories/method-problems';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { type ContactMethodView, viewOf } from './view';

/** A page of contact methods, of one person or of all, by id. Failures: forbidden, invalid (cursor). */
export async function listContactMethods(
  { actor, db }: Context,
  { userId, ...page }: PageRequest & { userId?: string },
): Promise<Result<Page<ContactMethodView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(db, page, userId));
  if (!found.ok) return found;
  const { data, nextCursor } = found.value;
  const problems = await problemsOf(
    db,
    data.map(({ id }) => id),
  );
  return ok({ data: data.map((method) => viewOf(actor, method, problems.get(method.id))), nextCursor });
}
