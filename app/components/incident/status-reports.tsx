import { reportPath, STATUS_WORDS, statusPagePath } from '~/components/status-page/words';
import { Link } from '~/lib/rr';
import type { ReportProposals } from '~/lib/status-pages';
import { Section } from '~/ui/page';
import styles from './postmortem-link.module.css';

type Props = { incident: { id: string }; proposals: ReportProposals | null };

/** What visitors of status pages were told of this incident, and the way to tell them; of private ones there is neither. */
export function StatusReports({ incident, proposals }: Props) {
  if (!proposals || (proposals.written.length === 0 && proposals.pages.length === 0)) return null;
  return (
    <Section title="Status pages">
      {proposals.written.map((report) => (
        <p key={report.id} className={styles.line}>
          <Link to={reportPath(report.pageId, report)}>{report.title}</Link>{' '}
          {report.publishedAt === null ? 'Draft' : STATUS_WORDS[report.status]}
        </p>
      ))}
      {proposals.pages.map((page) => (
        <p key={page.id} className={styles.line}>
          <Link to={`${statusPagePath(page)}/reports/new?incident=${encodeURIComponent(incident.id)}`}>
            Write a status report on {page.name}
          </Link>
        </p>
      ))}
    </Section>
  );
}
