import { isUniqueViolation } from '../../../db/repositories/batch';
import { type CustomField, insertCustomField, listCustomFields } from '../../../db/repositories/custom-fields';
import { refuse } from '../../../domain/access/permissions';
import { type CreateFieldInput, keyFrom, MAX_CUSTOM_FIELDS } from '../../../domain/custom-field/input';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { saveChange } from '../config/save';

const keyIsTaken = invalidField('key', 'Another field has this key');

/** Adds a custom field. Failures: forbidden, invalid (a key that is taken or cannot be made, more than 50). */
export async function createField(context: Context, input: CreateFieldInput): Promise<Result<CustomField>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const known = await listCustomFields(db);
  const key = input.key ?? keyFrom(input.name);
  if (key === '') return err(invalidField('key', 'Give a key: none can be made from this name'));
  if (known.some((field) => field.key === key)) return err(keyIsTaken);
  if (known.length >= MAX_CUSTOM_FIELDS) return err(invalidField('name', `There can be ${MAX_CUSTOM_FIELDS} fields`));
  const field: CustomField = { id: newId('customField', random), ...input, key, createdAt: now, updatedAt: now };
  try {
    await saveChange(context, {
      action: 'custom-field.create',
      targetKind: 'custom-field',
      targetId: field.id,
      after: field,
      statements: [insertCustomField(db, field)],
      touches: 'none',
    });
  } catch (error) {
    // Two people add the same one at once.
    if (!isUniqueViolation(error, 'custom_fields.key')) throw error;
    return err(keyIsTaken);
  }
  return ok(field);
}
