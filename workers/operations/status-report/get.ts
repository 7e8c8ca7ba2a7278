import { findReport } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { type ReportView, viewOf } from './view';

/** One report, drafts too. Failures: forbidden, not-found. */
export async function getReport(
  { actor, db }: Context,
  { id, reportId }: { id: string; reportId: string },
): Promise<Result<ReportView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findReport(db, id, reportId);
  return found ? ok(viewOf(found)) : err(notFound('report'));
}
