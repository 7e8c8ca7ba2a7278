import { listLog } from '../../../db/repositories/notification-log';
import { refuse } from '../../../domain/access/permissions';
import { logAsCsv, type NotificationExportInput } from '../../../domain/notification/log';
import { entriesOf } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

const PER_QUERY = 1_000;
/** More than a spreadsheet is good for; who wants all of it asks the API page by page. */
const MOST_ROWS = 10_000;

/** The newest 10,000 messages that meet the filters, as CSV. Failures: forbidden. */
export async function exportNotifications(
  { actor, db }: Context,
  input: NotificationExportInput,
): Promise<Result<{ csv: string }>> {
  const refusal = refuse(actor, 'audit.read');
  if (refusal) return err(refusal);
  const entries = await entriesOf(
    async (page) => pageResult(await listLog(db, { ...input, limit: PER_QUERY, ...page })),
    MOST_ROWS,
  );
  return entries.ok ? ok({ csv: logAsCsv(entries.value) }) : entries;
}
