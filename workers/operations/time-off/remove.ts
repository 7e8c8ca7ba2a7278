import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deleteTimeOff, findTimeOff } from '../../../db/repositories/time-off';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';

/** Forgets that somebody is away; what others have taken over stays theirs. Failures: forbidden, not-found. */
export async function removeTimeOff(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const before = await findTimeOff(db, id);
  const refusal = before ? refuseUnlessOwn(actor, before.userId) : refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!before) return err(notFound('time off'));
  await runBatch(db, [
    deleteTimeOff(db, id),
    recordAudit(context, { action: 'time-off.remove', targetKind: 'time-off', targetId: id, before }),
  ]);
  return ok(null);
}
