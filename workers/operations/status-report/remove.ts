import { deleteReport } from '../../../db/repositories/status-reports';
import { ok, type Result } from '../../../domain/shared/result';
import { isOver } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { saveOnPage } from '../status-page/save';
import { findForWriting } from './find';
import { letGo } from './hold';

/** Takes a report off its page, with its updates; its address answers 404. Failures: forbidden, not-found. */
export async function removeReport(context: Context, input: { id: string; reportId: string }): Promise<Result<null>> {
  const found = await findForWriting(context, input);
  if (!found.ok) return found;
  const { report } = found.value;
  await saveOnPage(context, input.id, {
    action: 'status-report.remove',
    targetKind: 'status-report',
    targetId: report.id,
    before: report,
    statements: [deleteReport(context.db, report.id)],
  });
  if (!isOver(report)) await letGo(context, report);
  return ok(null);
}
