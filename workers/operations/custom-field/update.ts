import { type CustomField, findCustomField, replaceCustomField } from '../../../db/repositories/custom-fields';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateFieldInput } from '../../../domain/custom-field/input';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { saveChange } from '../config/save';

/**
 * Changes a custom field; key and kind stay. What incidents hold already stays as it is, also where a choice is gone.
 * Failures: forbidden, not-found, invalid.
 */
export async function updateField(
  context: Context,
  { id, ...input }: UpdateFieldInput & IdInput,
): Promise<Result<CustomField>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await findCustomField(db, id);
  if (!before) return err(notFound('custom field'));
  const after: CustomField = { ...before, ...given(input), updatedAt: now };
  if ((after.kind === 'SELECT') !== after.options.length > 0) {
    return err(invalidField('options', 'A choice needs something to choose from, and nothing else does'));
  }
  await saveChange(context, {
    action: 'custom-field.update',
    targetKind: 'custom-field',
    targetId: id,
    before,
    after,
    statements: [replaceCustomField(db, after)],
    touches: 'none',
  });
  return ok(after);
}
