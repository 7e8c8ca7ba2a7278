import { type ComponentState, worst } from './component';
import type { PublicPage, PublicReport } from './public';
import { IMPACTS, type Impact, isActive, isOver } from './report';

/** How the whole page stands, in Statuspage's words. */
export type Indicator = Impact;

const BY_STATE: Record<ComponentState, Indicator> = {
  OPERATIONAL: 'none',
  MAINTENANCE: 'maintenance',
  DEGRADED: 'minor',
  PARTIAL_OUTAGE: 'major',
  MAJOR_OUTAGE: 'critical',
};

/** Trouble outweighs planned work: `maintenance` stands only where nothing else does. */
const rank = (indicator: Indicator): number => (indicator === 'maintenance' ? 0.5 : IMPACTS.indexOf(indicator));

export const isIncident = ({ kind }: Pick<PublicReport, 'kind'>): boolean => kind === 'incident';

/** Incidents that are not over, newest first. */
export const openReports = ({ reports }: Pick<PublicPage, 'reports'>): PublicReport[] =>
  reports.filter((report) => isIncident(report) && !isOver(report));

/** Work that is under way. */
export const activeWork = ({ reports }: Pick<PublicPage, 'reports'>): PublicReport[] =>
  reports.filter((report) => !isIncident(report) && isActive(report));

/** Work that is to come, the next first. */
export const plannedWork = ({ reports }: Pick<PublicPage, 'reports'>): PublicReport[] =>
  reports.filter(({ kind, status }) => kind === 'maintenance' && status === 'scheduled').toReversed();

/** What is over, newest first. */
export const pastReports = ({ reports }: Pick<PublicPage, 'reports'>): PublicReport[] => reports.filter(isOver);

/** The worst of the components and of what is open; an open incident counts even where no component is named. */
export function indicatorOf(page: Pick<PublicPage, 'components' | 'reports'>): Indicator {
  const found: Indicator[] = [
    BY_STATE[worst(page.components.map(({ state }) => state))],
    ...openReports(page).map(({ impact }) => impact),
    ...(activeWork(page).length > 0 ? (['maintenance'] as const) : []),
  ];
  return found.reduce((a, b) => (rank(b) > rank(a) ? b : a), 'none');
}

/** Components that are not as they should be, the worst first. */
export const affected = (page: Pick<PublicPage, 'components'>) =>
  page.components
    .filter(({ state }) => state !== 'OPERATIONAL')
    .toSorted((a, b) => rank(BY_STATE[b.state]) - rank(BY_STATE[a.state]));
