import { deleteCustomField, findCustomField } from '../../../db/repositories/custom-fields';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes a custom field with what every incident holds in it. Failures: forbidden, not-found. */
export async function removeField(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await findCustomField(db, id);
  if (!before) return err(notFound('custom field'));
  await saveChange(context, {
    action: 'custom-field.remove',
    targetKind: 'custom-field',
    targetId: id,
    before,
    statements: [deleteCustomField(db, id)],
    touches: 'none',
  });
  return ok(null);
}
