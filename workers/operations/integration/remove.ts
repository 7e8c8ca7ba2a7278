import { deleteIntegration, findIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes an integration: its key ends, its open incidents run on (SEMANTICS 18). Failures: forbidden, not-found. */
export async function removeIntegration(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findIntegration(db, id);
  if (!before) return err(notFound('integration'));
  await saveChange(context, {
    action: 'integration.remove',
    targetKind: 'integration',
    targetId: id,
    before,
    statements: [deleteIntegration(db, id)],
    touches: { services: [before.serviceId] },
  });
  return ok(null);
}
