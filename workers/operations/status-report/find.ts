import { findStatusPage } from '../../../db/repositories/status-pages';
import { findReport, type ReportWithUpdates } from '../../../db/repositories/status-reports';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { StatusPage } from '../../../domain/status-page/page';
import type { ReportedState } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';

export type Found = ReportWithUpdates & { page: StatusPage };

/** A report of a page, for somebody who may write it. Failures: forbidden, not-found. */
export async function findForWriting(
  { actor, db }: Context,
  { id, reportId }: { id: string; reportId: string },
): Promise<Result<Found>> {
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const found = await findReport(db, id, reportId);
  return found ? ok({ ...found, page }) : err(notFound('report'));
}

/** Null when the page has all of these components. */
export function unknownComponent(page: StatusPage, components: readonly ReportedState[]) {
  const at = components.findIndex(({ componentId }) => !page.components.some(({ id }) => id === componentId));
  return at < 0 ? null : invalidField(`components/${at}/componentId`, 'The page has no such component');
}
