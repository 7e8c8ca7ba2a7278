import { CSV_PARTS, type CsvPart } from '../../../domain/analytics/report-csv';
import styles from './analytics.module.css';
import { type AnalyticsFilter, analyticsLink } from './filter';

const WORDS: Record<CsvPart, string> = {
  figures: 'Figures',
  days: 'Days',
  services: 'Services',
  teams: 'Teams',
  priorities: 'Priorities',
  people: 'People',
  channels: 'Channels',
};

/** The same under the same filter as files. */
export const AnalyticsFiles = ({ filter }: { filter: AnalyticsFilter }) => (
  <p className={`${styles.note} ${styles.files}`}>
    As CSV:
    {CSV_PARTS.map((part) => (
      <a key={part} href={analyticsLink('/analytics/export', filter, { part })} download>
        {WORDS[part]}
      </a>
    ))}
    <a href={analyticsLink('/analytics/export', filter, { part: 'json' })} download>
      All of it as JSON
    </a>
  </p>
);
