import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { dateUpdates, type ReportWithUpdates, updateReport } from '../../../db/repositories/status-reports';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { StatusPage } from '../../../domain/status-page/page';
import type { StatusReport } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { refreshPage } from '../status-page/refresh';
import { prepareStatusPost } from '../status-subscriber/prepare-post';
import { findForWriting } from './find';
import { type ReportView, viewOf } from './view';

/** Publishes a draft now. Failures: forbidden, not-found, conflict (it is published). */
export async function publishReport(
  context: Context,
  input: { id: string; reportId: string },
): Promise<Result<ReportView>> {
  const found = await findForWriting(context, input);
  if (!found.ok) return found;
  if (found.value.report.publishedAt !== null) return err(failure('conflict', 'The report is published already.'));
  const published = await putOut(context, found.value.page, found.value);
  await refreshPage(context, input.id);
  return ok(viewOf(published));
}

/** A draft becomes what visitors see; its words are dated now. Trouble without a time of its own begins now, too. */
export async function putOut(context: Context, page: StatusPage, draft: ReportWithUpdates): Promise<ReportWithUpdates> {
  const { db, now } = context;
  const { createdAt, startsAt, kind } = draft.report;
  const report: StatusReport = {
    ...draft.report,
    startsAt: kind === 'incident' && startsAt === createdAt ? now : startsAt,
    publishAt: null,
    publishedAt: now,
    updatedAt: now,
  };
  const updates = draft.updates.map((update) => ({ ...update, at: now }));
  const [first] = updates;
  const post = first ? await prepareStatusPost(context, page, { report, updates }, first) : null;
  await runBatch(db, [
    updateReport(db, report),
    dateUpdates(db, report.id, now),
    recordAudit(context, { action: 'status-report.publish', targetKind: 'status-report', targetId: report.id }),
    ...(post?.statements ?? []),
  ]);
  post?.enqueueSoon();
  return { report, updates };
}
