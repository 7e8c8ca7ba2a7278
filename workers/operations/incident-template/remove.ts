import { deleteTemplate, findTemplate } from '../../../db/repositories/incident-templates';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes an incident template; incidents that began with it stay as they are. Failures: forbidden, not-found. */
export async function removeTemplate(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'config.write');
  if (refused) return err(refused);
  const before = await findTemplate(db, id);
  if (!before) return err(notFound('incident template'));
  await saveChange(context, {
    action: 'incident-template.remove',
    targetKind: 'incident-template',
    targetId: id,
    before,
    statements: [deleteTemplate(db, id)],
    touches: 'none',
  });
  return ok(null);
}
