import { findStatusPage } from '../../../db/repositories/status-pages';
import { listSubscribers } from '../../../db/repositories/status-subscribers';
import { refuse } from '../../../domain/access/permissions';
import { entriesOf } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import { subscribersAsCsv } from '../../../domain/status-page/subscriber-csv';
import type { SubscriberFilter } from '../../../domain/status-page/subscriber-input';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';

const PER_QUERY = 1_000;
/** More than a spreadsheet is good for; who wants all of it asks the API page by page. */
const MOST_ROWS = 20_000;

/** The newest 20,000 subscribers that meet the filters, as a CSV file. Failures: forbidden, not-found. */
export async function exportSubscribers(
  { actor, db }: Context,
  { id, ...filter }: SubscriberFilter & { id: string },
): Promise<Result<{ name: string; text: string }>> {
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const found = await entriesOf(
    async (part) => pageResult(await listSubscribers(db, id, { ...filter, limit: PER_QUERY, ...part })),
    MOST_ROWS,
  );
  if (!found.ok) return found;
  return ok({ name: `subscribers-${page.slug}.csv`, text: subscribersAsCsv(found.value, page.components) });
}
