import { type IncidentTemplate, insertTemplate } from '../../../db/repositories/incident-templates';
import { refuse } from '../../../domain/access/permissions';
import type { CreateTemplateInput } from '../../../domain/incident/template';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { saveChange } from '../config/save';
import { wrongTemplate } from './check';

/** Adds an incident template. Failures: forbidden, invalid (unknown service, values that do not fit their fields). */
export async function createTemplate(context: Context, input: CreateTemplateInput): Promise<Result<IncidentTemplate>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'config.write') ?? (await wrongTemplate(context, input));
  if (refused) return err(refused);
  const template: IncidentTemplate = {
    id: newId('incidentTemplate', random),
    ...input,
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'incident-template.create',
    targetKind: 'incident-template',
    targetId: template.id,
    after: template,
    statements: [insertTemplate(db, template)],
    touches: 'none',
  });
  return ok(template);
}
