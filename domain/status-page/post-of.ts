import { hashedId } from '../shared/hash';
import type { StatusPost } from './post';
import type { PublicReport } from './public';

type Page = { id: string; name: string; timezone: string; url: string };

/** What subscribers are told of one update; null: the report has no such update. The same update gives the same id. */
export function postOf(page: Page, report: PublicReport, updateId: string): StatusPost | null {
  const update = report.updates.find(({ id }) => id === updateId);
  if (!update) return null;
  const { id, kind, title, status, impact, startsAt, endsAt, nextUpdateAt, components } = report;
  const url = `${page.url}/reports/${id}`;
  return {
    id: hashedId('pst', [updateId]),
    page,
    report: { id, kind, title, status, impact, url, startsAt, endsAt, nextUpdateAt },
    update,
    components,
  };
}
