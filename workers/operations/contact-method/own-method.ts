import { type ContactMethod, findContactMethod } from '../../../db/repositories/contact-methods';
import { findUser, type User } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';

/** A contact method that this actor looks after (their own, or with "people.write"), and its person. Failures: forbidden, not-found. */
export async function findOwnMethod(
  { actor, db }: Context,
  id: string,
): Promise<Result<{ method: ContactMethod; user: User }>> {
  const stranger = refuse(actor, 'config.read');
  if (stranger) return err(stranger);
  const method = await findContactMethod(db, id);
  if (!method) return err(notFound('contact method'));
  const refusal = refuseUnlessOwn(actor, method.userId);
  if (refusal) return err(refusal);
  const user = await findUser(db, method.userId);
  return user ? ok({ method, user }) : err(notFound('contact method'));
}
