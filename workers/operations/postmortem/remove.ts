import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deletePostmortem, findPostmortem } from '../../../db/repositories/postmortems';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** Deletes a postmortem and its action items; the incident stays as it is. Failures: forbidden, not-found. */
export async function removePostmortem(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findPostmortem(db, id);
  if (!before) return err(notFound('postmortem'));
  await runBatch(db, [
    deletePostmortem(db, id),
    recordAudit(context, {
      action: 'postmortem.remove',
      targetKind: 'postmortem',
      targetId: id,
      before: { ...before },
    }),
  ]);
  return ok(null);
}
