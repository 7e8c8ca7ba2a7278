import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deletePublication, publicationsOf } from '../../../db/repositories/publications';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refreshPage } from '../status-page/refresh';

/** Takes what visitors read of a postmortem off a status page; the postmortem stays. Failures: forbidden, not-found. */
export async function takeDownPublication(
  context: Context,
  { id, publicationId }: IdInput & { publicationId: string },
): Promise<Result<null>> {
  const { actor, db } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const before = (await publicationsOf(db, id)).find((one) => one.id === publicationId);
  if (!before) return err(notFound('publication'));
  await runBatch(db, [
    deletePublication(db, id, publicationId),
    recordAudit(context, {
      action: 'postmortem.take-down',
      targetKind: 'postmortem',
      targetId: id,
      before: { ...before },
    }),
  ]);
  await refreshPage(context, before.pageId);
  return ok(null);
}
