import type { Panel, PanelDays, PanelSubject } from '../../../domain/analytics/dashboard';
import { METRICS, type MetricId } from '../../../domain/analytics/metrics';

export const dashboardPath = ({ id }: { id: string }): string => `/analytics/dashboards/${encodeURIComponent(id)}`;

const OTHER_WORDS: Record<Exclude<PanelSubject, `figure:${MetricId}`>, string> = {
  'chart:incidents': 'Incidents day by day',
  'chart:interruptions': 'Interruptions day by day',
  'heat-map': 'Interruptions by weekday and hour',
  'table:figures': 'All figures',
  'table:services': 'Services side by side',
  'table:teams': 'Teams side by side',
  'table:priorities': 'Priorities side by side',
  'table:people': 'People side by side',
};

/** The figure that a panel is about; null: it is a chart or a table. */
export const metricIdOf = (subject: PanelSubject): MetricId | null =>
  METRICS.find(({ id }) => subject === `figure:${id}`)?.id ?? null;

export function subjectWords(subject: PanelSubject): string {
  const metric = METRICS.find(({ id }) => subject === `figure:${id}`);
  return metric ? metric.word : OTHER_WORDS[subject as keyof typeof OTHER_WORDS];
}

export const DAYS_WORDS: Record<PanelDays, string> = {
  7: 'last 7 days',
  30: 'last 30 days',
  90: 'last 90 days',
  365: 'last 365 days',
};

type Named = Pick<Panel, 'days' | 'serviceId' | 'teamId'> & { serviceName: string | null; teamName: string | null };

/** `last 30 days, Checkout API` */
export const narrowingWords = ({ days, serviceId, teamId, serviceName, teamName }: Named): string =>
  [
    DAYS_WORDS[days],
    serviceId === null ? '' : (serviceName ?? 'a service that is gone'),
    teamId === null ? '' : (teamName ?? 'a team that is gone'),
  ]
    .filter((part) => part !== '')
    .join(', ');
