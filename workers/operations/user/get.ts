import { findUser, type User } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One person. Failures: forbidden, not-found. */
export async function getUser({ actor, db }: Context, { id }: IdInput): Promise<Result<User>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const user = await findUser(db, id);
  return user ? ok(user) : err(notFound('person'));
}
