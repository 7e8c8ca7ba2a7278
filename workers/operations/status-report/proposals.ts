import { publicIncident } from '../../../db/repositories/status-facts';
import { findStatusPage, pagesOfService } from '../../../db/repositories/status-pages';
import { reportsOfIncident } from '../../../db/repositories/status-reports';
import { can, refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import { proposeReport } from '../../../domain/status-page/proposal';
import type { ReportedState, StatusReport } from '../../../domain/status-page/report';
import { within } from '../../access/within';
import type { Context } from '../../context';

export type ReportProposals = {
  /** What was reported of the incident, the latest first. */
  written: Pick<StatusReport, 'id' | 'pageId' | 'title' | 'status' | 'publishedAt'>[];
  /** Pages that show something of its service, and what a report there would begin with; none for who may write none. */
  pages: { id: string; name: string; title: string; components: ReportedState[]; startsAt: number }[];
};

const PATIENCE_MS = 1_000;
const NOTHING: ReportProposals = { written: [], pages: [] };

/**
 * The reports of an incident, and those that could be written. Of a private incident, or none that there is, there are
 * none of either; the same while D1 does not answer, as an incident's page must not wait for this. Failures: forbidden.
 */
export async function reportProposals(
  context: Context,
  { incidentId }: { incidentId: string },
): Promise<Result<ReportProposals>> {
  const refusal = refuse(context.actor, 'incident.read');
  if (refusal) return err(refusal);
  const found = await within(PATIENCE_MS, () => gather(context, incidentId));
  return ok(found.answered ? found.value : NOTHING);
}

async function gather({ actor, db }: Context, incidentId: string): Promise<ReportProposals> {
  const incident = await publicIncident(db, incidentId);
  if (!incident) return NOTHING;
  const written = await reportsOfIncident(db, incident.id);
  if (!can(actor, 'incident.respond')) return { written, pages: [] };
  const ids = await pagesOfService(db, incident.serviceId);
  const pages = await Promise.all(ids.map((id) => findStatusPage(db, id)));
  return {
    written,
    pages: pages.flatMap((page) => {
      const proposal = page && proposeReport(page, incident);
      return proposal ? [{ id: page.id, name: page.name, ...proposal, startsAt: incident.openedAt }] : [];
    }),
  };
}
