import { hashedId } from '../../shared/hash';
import { type Instant, toIso, toIsoOrNull } from '../../shared/time';
import type { ComponentState } from '../component';
import { pageWords } from '../languages/words';
import { grouped, groupState, type PublicComponent, type PublicReport } from '../public';
import { isOver } from '../report';
import { activeWork, indicatorOf, isIncident, openReports, plannedWork } from '../summary';
import type { View } from './layout';

// The documents of Atlassian's Statuspage, so that what reads them reads us (PROVIDERS §5).

const STATE: Record<ComponentState, string> = {
  OPERATIONAL: 'operational',
  MAINTENANCE: 'under_maintenance',
  DEGRADED: 'degraded_performance',
  PARTIAL_OUTAGE: 'partial_outage',
  MAJOR_OUTAGE: 'major_outage',
};

/** As many incidents and maintenances as Statuspage gives. */
const MOST = 50;

const pageOf = ({ page, url }: View) => ({
  id: page.id,
  name: page.name,
  url,
  time_zone: page.timezone,
  updated_at: toIso(page.updatedAt),
});

function statusOf({ page }: View) {
  const indicator = indicatorOf(page);
  return { indicator, description: pageWords(page.language).sentence[indicator].replace(/[.。]$/, '') };
}

const groupId = (pageId: string, group: string): string => hashedId('grp', [pageId, group]);

function componentsOf({ page }: View) {
  const base = (component: PublicComponent, position: number) => ({
    id: component.id,
    name: component.name,
    status: STATE[component.state],
    created_at: toIso(component.createdAt),
    updated_at: toIso(component.updatedAt),
    position,
    description: component.description,
    showcase: component.days.length > 0,
    start_date: toIso(component.createdAt).slice(0, 10),
    group_id: component.group === null ? null : groupId(page.id, component.group),
    page_id: page.id,
    group: false,
    only_show_if_degraded: false,
  });
  let position = 0;
  const next = (): number => {
    position += 1;
    return position;
  };
  return grouped(page.components).flatMap(({ group, members }) => {
    const [first] = members;
    if (group === null || !first) return members.map((component) => base(component, next()));
    const head = {
      ...base(first, next()),
      id: groupId(page.id, group),
      name: group,
      status: STATE[groupState(members)],
      updated_at: toIso(Math.max(...members.map(({ updatedAt }) => updatedAt))),
      description: null,
      group_id: null,
      group: true,
      components: members.map(({ id }) => id),
    };
    return [head, ...members.map((component) => base(component, next()))];
  });
}

function reportOf(view: View, report: PublicReport) {
  const all = componentsOf(view);
  const named = new Set(report.components.map(({ id }) => id));
  const at = (instant: Instant) => toIso(instant);
  return {
    id: report.id,
    name: report.title,
    status: report.status,
    created_at: at(report.publishedAt),
    updated_at: at(report.updatedAt),
    monitoring_at: toIsoOrNull(report.monitoringAt),
    resolved_at: toIsoOrNull(report.resolvedAt),
    impact: report.impact,
    shortlink: `${view.url}/reports/${report.id}`,
    started_at: at(report.startsAt),
    page_id: view.page.id,
    incident_updates: report.updates.map((update) => ({
      id: update.id,
      status: update.status,
      body: update.body,
      incident_id: report.id,
      created_at: at(update.at),
      updated_at: at(update.at),
      display_at: at(update.at),
      affected_components:
        update.components.length === 0
          ? null
          : update.components.map(({ id, name, from, to }) => ({
              code: id,
              name,
              old_status: STATE[from],
              new_status: STATE[to],
            })),
      deliver_notifications: true,
      custom_tweet: null,
      tweet_id: null,
    })),
    components: all.filter(({ id }) => named.has(id)),
    ...(report.kind === 'maintenance'
      ? { scheduled_for: at(report.startsAt), scheduled_until: at(report.endsAt ?? report.startsAt) }
      : {}),
  };
}

const DOCUMENTS: Record<string, (view: View) => object> = {
  'summary.json': (view) => ({
    page: pageOf(view),
    components: componentsOf(view),
    incidents: openReports(view.page).map((one) => reportOf(view, one)),
    scheduled_maintenances: [...activeWork(view.page), ...plannedWork(view.page)].map((one) => reportOf(view, one)),
    status: statusOf(view),
  }),
  'status.json': (view) => ({ page: pageOf(view), status: statusOf(view) }),
  'components.json': (view) => ({ page: pageOf(view), components: componentsOf(view) }),
  'incidents.json': (view) => incidents(view, () => true),
  'incidents/unresolved.json': (view) => incidents(view, (report) => !isOver(report)),
  'scheduled-maintenances.json': (view) => maintenances(view, () => true),
  'scheduled-maintenances/upcoming.json': (view) => maintenances(view, ({ status }) => status === 'scheduled'),
  'scheduled-maintenances/active.json': (view) =>
    maintenances(view, (report) => report.status !== 'scheduled' && !isOver(report)),
};

const incidents = (view: View, wanted: (report: PublicReport) => boolean) => ({
  page: pageOf(view),
  incidents: view.page.reports
    .filter((report) => isIncident(report) && wanted(report))
    .slice(0, MOST)
    .map((one) => reportOf(view, one)),
});

const maintenances = (view: View, wanted: (report: PublicReport) => boolean) => ({
  page: pageOf(view),
  scheduled_maintenances: view.page.reports
    .filter((report) => !isIncident(report) && wanted(report))
    .slice(0, MOST)
    .map((one) => reportOf(view, one)),
});

/** The names of all eight, below `/api/v2/`. */
export const STATUSPAGE_DOCUMENTS: readonly string[] = Object.keys(DOCUMENTS);

/** One of Statuspage's documents as JSON; null for a name that is none. */
export const statuspageJson = (view: View, name: string): string | null => {
  const make = Object.hasOwn(DOCUMENTS, name) ? DOCUMENTS[name] : undefined;
  return make ? JSON.stringify(make(view)) : null;
};
