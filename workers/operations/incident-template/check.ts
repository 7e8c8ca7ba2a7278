import { listCustomFields } from '../../../db/repositories/custom-fields';
import type { IncidentTemplate } from '../../../db/repositories/incident-templates';
import { readValues } from '../../../domain/custom-field/value';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Context } from '../../context';
import { missingFailure, optional } from '../config/references';

/** Null when a template names only what there is; what is required of an incident may be left to whoever declares. */
export async function wrongTemplate(
  context: Context,
  { serviceId, fields }: Pick<IncidentTemplate, 'serviceId' | 'fields'>,
): Promise<Failure | null> {
  const missing = await missingFailure(context, optional('SERVICE', serviceId, 'serviceId'));
  if (missing) return missing;
  const filled = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
  const read = readValues(await listCustomFields(context.db), filled, { whole: false });
  return read.ok ? null : failure('invalid', 'Some of the fields could not be taken.', { fields: read.errors });
}
