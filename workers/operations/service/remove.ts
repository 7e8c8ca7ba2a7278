import { findService, markServiceDeleted } from '../../../db/repositories/services';
import { usesOfService } from '../../../db/repositories/usage';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inUse, notFound } from '../config/failures';
import { saveChange } from '../config/save';

/**
 * Deletes a service without integrations and without open incidents; incidents of the past keep its name.
 * Failures: forbidden, not-found, in-use.
 */
export async function removeService(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findService(db, id);
  if (!before) return err(notFound('service'));
  const used = inUse('service', before.name, await usesOfService(db, id));
  if (used) return err(used);
  await saveChange(context, {
    action: 'service.remove',
    targetKind: 'service',
    targetId: id,
    before,
    statements: [markServiceDeleted(db, id, now)],
    touches: { services: [id] },
  });
  return ok(null);
}
