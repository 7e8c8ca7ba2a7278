import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findPostmortem } from '../../../db/repositories/postmortems';
import { publicationsOf, putPublication, visibilityOf } from '../../../db/repositories/publications';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { findReport } from '../../../db/repositories/status-reports';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { type PublicationInput, publicationOf, whyNotPublic } from '../../../domain/postmortem/publication';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { refreshPage } from '../status-page/refresh';
import { type PublicationView, publicationView } from './publications';

/**
 * Shows visitors of a status page what was written for them of a postmortem; done again, it takes the place of what
 * stood there. Failures: forbidden, not-found, invalid (page, report), conflict (a draft, a private incident).
 */
export async function publishPostmortem(
  context: Context,
  { id, ...input }: PublicationInput & IdInput,
): Promise<Result<PublicationView>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const postmortem = await findPostmortem(db, id);
  if (!postmortem) return err(notFound('postmortem'));
  const [page, report, visibility, known] = await Promise.all([
    findStatusPage(db, input.pageId),
    input.reportId === null ? null : findReport(db, input.pageId, input.reportId),
    visibilityOf(db, postmortem.incidentId),
    publicationsOf(db, id),
  ]);
  if (!page) return err(invalidField('pageId', 'There is no such status page'));
  if (input.reportId !== null && !report?.report.publishedAt)
    return err(invalidField('reportId', 'The page has no such published report'));
  const why = whyNotPublic(postmortem, visibility);
  if (why) return err(failure('conflict', why));
  const before = known.find(({ pageId }) => pageId === page.id) ?? null;
  const made = { id: newId('publication', random), postmortemId: id, by: actorRef(actor), now, before };
  const after = publicationOf(input, made);
  await runBatch(db, [
    putPublication(db, after),
    recordAudit(context, {
      action: 'postmortem.publish-to-page',
      targetKind: 'postmortem',
      targetId: id,
      before: before && { ...before },
      after: { ...after },
    }),
  ]);
  await refreshPage(context, page.id);
  const stands = (await publicationsOf(db, id)).find(({ pageId }) => pageId === page.id) ?? after;
  const view = await publicationView(context, stands);
  return view ? ok(view) : err(notFound('status page'));
}
