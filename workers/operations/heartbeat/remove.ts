import { deleteHeartbeat, findHeartbeat } from '../../../db/repositories/heartbeats';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';

/** Deletes a heartbeat: its address ends, its open incident runs on. Failures: forbidden, not-found. */
export async function removeHeartbeat(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findHeartbeat(db, id);
  if (!before) return err(notFound('heartbeat'));
  await saveChange(context, {
    action: 'heartbeat.remove',
    targetKind: 'heartbeat',
    targetId: id,
    before,
    statements: [deleteHeartbeat(db, id)],
    touches: { services: [before.serviceId] },
    pushFirst: true,
  });
  return ok(null);
}
