import { changeValues, listCustomFields } from '../../../db/repositories/custom-fields';
import { recordsOf } from '../../../db/repositories/incident-records';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import { type FieldValues, readValues } from '../../../domain/custom-field/value';
import type { FieldView } from '../../../domain/incident/view';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { recordOn } from './record';
import { seeIncident } from './see';

/** Sets values of custom fields; null takes one away. Failures: forbidden, not-found, invalid (a line for each field). */
export async function changeFields(
  context: Context,
  { id, fields: given }: { id: string; fields: FieldValues },
): Promise<Result<{ fields: FieldView[] }>> {
  const { db, actor } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const incidentId = seen.value.id;
  const [rules, before] = await Promise.all([listCustomFields(db), recordsOf(db, incidentId, seerOf(actor))]);
  const read = readValues(rules, given, { whole: false });
  if (!read.ok) return err(failure('invalid', 'Some of the fields could not be taken.', { fields: read.errors }));
  const heldIn = (fieldId: string) =>
    before.fields.find(({ key }) => key === rules.find((rule) => rule.id === fieldId)?.key)?.value ?? null;
  const set = read.change.set.filter(({ fieldId, value }) => heldIn(fieldId) !== value);
  const clear = read.change.clear.filter((fieldId) => heldIn(fieldId) !== null);
  const touched = new Set([...set.map(({ fieldId }) => fieldId), ...clear]);
  if (touched.size === 0) return ok({ fields: before.fields });
  const fields = rules.filter((rule) => touched.has(rule.id)).map(({ name }) => name);
  const statements = changeValues(db, incidentId, { set, clear });
  const recorded = await recordOn(context, incidentId, { statements, entry: 'fields-changed', detail: { fields } });
  if (!recorded.ok) return recorded;
  return ok({ fields: (await recordsOf(db, incidentId, seerOf(actor))).fields });
}
