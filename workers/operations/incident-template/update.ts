import { findTemplate, type IncidentTemplate, replaceTemplate } from '../../../db/repositories/incident-templates';
import { refuse } from '../../../domain/access/permissions';
import type { UpdateTemplateInput } from '../../../domain/incident/template';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { saveChange } from '../config/save';
import { wrongTemplate } from './check';

/** Changes an incident template; what is left out stays. Failures: forbidden, not-found, invalid. */
export async function updateTemplate(
  context: Context,
  { id, ...input }: UpdateTemplateInput & IdInput,
): Promise<Result<IncidentTemplate>> {
  const { actor, db, now } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await findTemplate(db, id);
  if (!before) return err(notFound('incident template'));
  const after: IncidentTemplate = { ...before, ...given(input), updatedAt: now };
  const wrong = await wrongTemplate(context, after);
  if (wrong) return err(wrong);
  await saveChange(context, {
    action: 'incident-template.update',
    targetKind: 'incident-template',
    targetId: id,
    before,
    after,
    statements: [replaceTemplate(db, after)],
    touches: 'none',
  });
  return ok(after);
}
