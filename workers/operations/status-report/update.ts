import { rewriteDraft, updateReport as updateRow } from '../../../db/repositories/status-reports';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { UpdateReportInput } from '../../../domain/status-page/input';
import { isOver, type StatusReport } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { given } from '../config/given';
import { saveOnPage } from '../status-page/save';
import { findForWriting } from './find';
import { moveWindow } from './hold';
import { type ReportView, viewOf } from './view';

/**
 * Changes a report's title, impact or times, and the words of a draft; what visitors have read is never rewritten, but
 * goes on in updates. Work that is not over moves with the window that holds its pages. Failures: forbidden, not-found, invalid.
 */
export async function updateReport(
  context: Context,
  { id, reportId, body, ...input }: UpdateReportInput & { id: string; reportId: string },
): Promise<Result<ReportView>> {
  const { db, now } = context;
  const found = await findForWriting(context, { id, reportId });
  if (!found.ok) return found;
  const { report: before, updates } = found.value;
  const isDraft = before.publishedAt === null;
  if (body !== undefined && !isDraft) return err(invalidField('body', 'It is published: say what is new in an update'));
  if (input.publishAt && !isDraft) return err(invalidField('publishAt', 'It is published already'));
  const changed: StatusReport = { ...before, ...given(input), updatedAt: now };
  const after: StatusReport =
    before.kind === 'maintenance' ? { ...changed, impact: 'maintenance' } : { ...changed, endsAt: null };
  if (after.kind === 'maintenance' && (after.endsAt === null || after.endsAt <= after.startsAt))
    return err(invalidField('endsAt', 'Must be later than the start'));
  const isMoved = after.startsAt !== before.startsAt || after.endsAt !== before.endsAt;
  const moved = isMoved && !isOver(before) ? await moveWindow(context, after) : ok(null);
  if (!moved.ok) return moved;
  await saveOnPage(context, id, {
    action: 'status-report.edit',
    targetKind: 'status-report',
    targetId: reportId,
    before,
    after,
    statements: [updateRow(db, after), ...(body === undefined ? [] : [rewriteDraft(db, reportId, body)])],
  });
  return ok(
    viewOf({ report: after, updates: body === undefined ? updates : updates.map((one) => ({ ...one, body })) }),
  );
}
