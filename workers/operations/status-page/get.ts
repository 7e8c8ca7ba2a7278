import { findStatusPage } from '../../../db/repositories/status-pages';
import { publishedReports } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { statesOf } from './states';
import { type StatusPageView, viewOf } from './view';

/** One status page with what its components are now. Failures: forbidden, not-found. */
export async function getStatusPage(context: Context, { id }: IdInput): Promise<Result<StatusPageView>> {
  const { actor, config, db } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const reports = await publishedReports(db, id, 100);
  return ok(viewOf(page, await statesOf(context, page, reports), config.appUrl));
}
