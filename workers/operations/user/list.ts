import { listUsers as listRows, type User, type UserSearch } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of the people that a search finds, by name. Failures: forbidden, invalid (cursor). */
export async function listUsers({ actor, db }: Context, page: PageRequest & UserSearch): Promise<Result<Page<User>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, page));
}
