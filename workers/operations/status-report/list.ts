import { findStatusPage } from '../../../db/repositories/status-pages';
import { listReports as listRows } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { ReportKind } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';
import { type ReportView, viewOf } from './view';

/** A page of a status page's reports, drafts too, the latest first. Failures: forbidden, not-found, invalid (cursor). */
export async function listReports(
  { actor, db }: Context,
  { id, ...filter }: PageRequest & { id: string; kind?: ReportKind | undefined },
): Promise<Result<Page<ReportView>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findStatusPage(db, id))) return err(notFound('status page'));
  const found = pageResult(await listRows(db, id, filter));
  return found.ok ? ok({ ...found.value, data: found.value.data.map(viewOf) }) : found;
}
