import { type AuditEntry, recordAudit } from '../../../db/repositories/audit';
import { runBatch, type Statement } from '../../../db/repositories/batch';
import type { Context } from '../../context';
import { reasonOf } from '../plan/reason';
import { refreshPage } from './refresh';

/**
 * The one way in which what stands on a page changes: the change and its audit entry together, then the page is made
 * anew before the answer, so that the next visitor sees it. No paging plan depends on it. Throws what D1 throws.
 */
export async function saveOnPage(
  context: Context,
  pageId: string,
  { statements, ...entry }: AuditEntry & { statements: Statement[] },
): Promise<void> {
  await runBatch(context.db, [...statements, recordAudit(context, entry)]);
  try {
    await refreshPage(context, pageId);
  } catch (error) {
    // Nothing is lost: the sweep makes every page anew each minute.
    console.warn(`status page ${pageId} waits for the sweep: ${reasonOf(error)}`);
  }
}
