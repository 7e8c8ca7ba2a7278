import { type CalendarEvent, writeCalendar } from '../../schedule/ical';
import { DAY } from '../../shared/time';
import { pageWords } from '../languages/words';
import type { View } from './layout';

/** Planned work as a calendar: what is over goes after 90 days. */
export function calendar(view: View): string {
  const { page, url } = view;
  const words = pageWords(page.language);
  const events = page.reports
    .filter(({ kind, startsAt }) => kind === 'maintenance' && startsAt > page.madeAt - 90 * DAY)
    .map((report): CalendarEvent => {
      const [latest] = report.updates;
      return {
        uid: `${report.id}@${new URL(url).hostname}`,
        start: report.startsAt,
        end: report.endsAt ?? report.startsAt,
        summary: `${page.name}: ${report.title} (${words.statuses[report.status]})`,
        description: latest?.body ?? '',
        url: `${url}/reports/${report.id}`,
        revisedAt: report.updatedAt,
      };
    });
  return writeCalendar({ name: words.title(page.name), description: words.planned, events });
}
