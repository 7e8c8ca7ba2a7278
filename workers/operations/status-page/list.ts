import { listStatusPages as listRows } from '../../../db/repositories/status-pages';
import { publishedReports } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { NameSearch } from '../../../domain/shared/search';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { statesOf } from './states';
import { type StatusPageView, viewOf } from './view';

/** A page of all status pages, by name. Failures: forbidden, invalid (cursor). */
export async function listStatusPages(
  context: Context,
  page: PageRequest & NameSearch,
): Promise<Result<Page<StatusPageView>>> {
  const { actor, config, db } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = pageResult(await listRows(db, page));
  if (!found.ok) return found;
  const data = await Promise.all(
    found.value.data.map(async (one) =>
      viewOf(one, await statesOf(context, one, await publishedReports(db, one.id, 100)), config.appUrl),
    ),
  );
  return ok({ ...found.value, data });
}
