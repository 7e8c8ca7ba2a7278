import { insertReportUpdate, updateReport } from '../../../db/repositories/status-reports';
import { actorRef } from '../../../domain/access/actor';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { PostUpdateInput } from '../../../domain/status-page/input';
import { isOver, type ReportUpdate, statusesOf, withUpdate } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { saveOnPage } from '../status-page/save';
import { prepareStatusPost } from '../status-subscriber/prepare-post';
import { findForWriting, unknownComponent } from './find';
import { letGo } from './hold';
import { type ReportView, viewOf } from './view';

/**
 * Publishes the next update of a report. The end of planned work lets go of the pages it held. Failures: forbidden,
 * not-found, invalid (a status of the other kind, components), conflict (a draft, which has to be published first).
 */
export async function postUpdate(
  context: Context,
  { id, reportId, nextUpdateAt, ...input }: PostUpdateInput & { id: string; reportId: string },
): Promise<Result<ReportView>> {
  const { actor, db, now, random } = context;
  const found = await findForWriting(context, { id, reportId });
  if (!found.ok) return found;
  const { page, report: before, updates } = found.value;
  if (before.publishedAt === null) return err(failure('conflict', 'This is a draft: publish it first.'));
  if (!statusesOf(before.kind).includes(input.status))
    return err(invalidField('status', `A report of this kind is ${statusesOf(before.kind).join(', ')}`));
  const unknown = unknownComponent(page, input.components);
  if (unknown) return err(unknown);
  const update: ReportUpdate = {
    id: newId('statusUpdate', random),
    reportId,
    ...input,
    at: now,
    by: actorRef(actor).name,
  };
  const promised = nextUpdateAt === undefined ? null : nextUpdateAt;
  const report = withUpdate({ ...before, nextUpdateAt: promised }, update);
  const all = [...updates, update];
  const post = await prepareStatusPost(context, page, { report, updates: all }, update);
  await saveOnPage(context, id, {
    action: 'status-report.update',
    targetKind: 'status-report',
    targetId: reportId,
    before: { status: before.status },
    after: { status: report.status, body: update.body, components: update.components, notify: update.notify },
    statements: [insertReportUpdate(db, update), updateReport(db, report), ...(post?.statements ?? [])],
  });
  if (isOver(report) && !isOver(before)) await letGo(context, before);
  post?.enqueueSoon();
  return ok(viewOf({ report, updates: all }));
}
