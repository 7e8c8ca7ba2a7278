import { type CustomField, findCustomField } from '../../../db/repositories/custom-fields';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One custom field. Failures: forbidden, not-found. */
export async function getField({ actor, db }: Context, { id }: IdInput): Promise<Result<CustomField>> {
  const refused = refuse(actor, 'config.read');
  if (refused) return err(refused);
  const field = await findCustomField(db, id);
  return field ? ok(field) : err(notFound('custom field'));
}
