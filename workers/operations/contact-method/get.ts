import { findContactMethod } from '../../../db/repositories/contact-methods';
import { problemsOf } from '../../../db/repositories/method-problems';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type ContactMethodView, viewOf } from './view';

/** One contact method. Failures: forbidden, not-found. */
export async function getContactMethod({ actor, db }: Context, { id }: IdInput): Promise<Result<ContactMethodView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const method = await findContactMethod(db, id);
  if (!method) return err(notFound('contact method'));
  return ok(viewOf(actor, method, (await problemsOf(db, [id])).get(id)));
}
