import { publicationsOfPage } from '../../../db/repositories/publications';
import { standingAnnouncements } from '../../../db/repositories/status-announcements';
import { changesSince } from '../../../db/repositories/status-facts';
import { publishedReports, type ReportWithUpdates } from '../../../db/repositories/status-reports';
import type { Publication } from '../../../domain/postmortem/publication';
import type { StatusAnnouncement, StatusPage } from '../../../domain/status-page/page';
import { BAR_DAYS } from '../../../domain/status-page/public';
import { firstDayStart, type StateChange } from '../../../domain/status-page/uptime';
import type { Context } from '../../context';

/** Reports that a page and its history show; older ones stay in the API. */
const REPORTS_SHOWN = 300;
const POSTMORTEMS_SHOWN = 100;

export type GatheredFacts = {
  reports: ReportWithUpdates[];
  announcements: StatusAnnouncement[];
  changes: Map<string, StateChange[]>;
  postmortems: Publication[];
};

/** What is stored of all that a page shows, but for what its components are now. Throws what D1 throws. */
export async function gatherFacts(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id, components, timezone }: StatusPage,
): Promise<GatheredFacts> {
  const ids = components.map((component) => component.id);
  const [reports, announcements, changes, postmortems] = await Promise.all([
    publishedReports(db, id, REPORTS_SHOWN),
    standingAnnouncements(db, id, now),
    changesSince(db, ids, firstDayStart(now, timezone, BAR_DAYS)),
    publicationsOfPage(db, id, POSTMORTEMS_SHOWN),
  ]);
  return { reports, announcements, changes, postmortems };
}
