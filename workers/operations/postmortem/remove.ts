import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deletePostmortem, findPostmortem } from '../../../db/repositories/postmortems';
import { publicationsOf } from '../../../db/repositories/publications';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refreshPage } from '../status-page/refresh';

/** Deletes a postmortem, its action items and what visitors read of it; the incident stays as it is. Failures: forbidden, not-found. */
export async function removePostmortem(context: Context, { id }: IdInput): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = await findPostmortem(db, id);
  if (!before) return err(notFound('postmortem'));
  const published = await publicationsOf(db, id);
  await runBatch(db, [
    deletePostmortem(db, id),
    recordAudit(context, {
      action: 'postmortem.remove',
      targetKind: 'postmortem',
      targetId: id,
      before: { ...before },
    }),
  ]);
  for (const { pageId } of published) await refreshPage(context, pageId);
  return ok(null);
}
