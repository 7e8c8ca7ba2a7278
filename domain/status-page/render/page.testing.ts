import { DAY, HOUR, type Instant, MINUTE } from '../../shared/time';
import { type ComponentState, worst } from '../component';
import { DEFAULT_LOOK, type StatusPage } from '../page';
import { type PublicPage, publicPageOf } from '../public';
import { type ReportUpdate, reportedStates, type StatusReport } from '../report';

const NAMES = ['Checkout', 'Search', 'Payouts', 'Merchant dashboard', 'API', 'Mail'];

/** The page of P7: six components, bars of 90 days with events, two incidents; `now` as it is at `state`. */
export function samplePage(now: Instant, state: ComponentState): PublicPage {
  const at = { createdAt: now - 89 * DAY, updatedAt: now - 89 * DAY };
  const components = NAMES.map((name, i) => ({
    ...{
      id: `cmp_sample${i}`,
      name,
      description: i % 2 === 0 ? `What ${name} does` : null,
      serviceIds: [],
      manual: null,
    },
    group: i < 2 ? 'Shop' : null,
    ...at,
  }));
  const page: StatusPage = {
    ...{
      id: 'spg_sample',
      name: 'Example Shop',
      slug: 'sample',
      host: null,
      description: null,
      timezone: 'Europe/Lisbon',
    },
    ...{ language: 'en', audience: 'public', passwordHash: null, look: DEFAULT_LOOK, templates: [], components, ...at },
    uptime: { show: true, excludeMaintenance: true },
  };
  const bad = (i: number) => ({ componentId: `cmp_sample${i}`, state });
  const reports = [
    ...(state === 'OPERATIONAL'
      ? []
      : [told(now, 'now', now - HOUR, state === 'MAINTENANCE', [bad(0), bad(2)], ['investigating', 'identified'])]),
    told(
      now,
      'past',
      now - 5 * DAY,
      false,
      [{ componentId: 'cmp_sample1', state: 'DEGRADED' }],
      ['investigating', 'monitoring', 'resolved'],
    ),
  ];
  const states = new Map(
    components.map(({ id }) => [
      id,
      worst(
        reports
          .flatMap(({ report }) => reportedStates(report))
          .filter(({ componentId }) => componentId === id)
          .map((one) => one.state),
      ),
    ]),
  );
  const changes = new Map(
    components.map(({ id }, i) => [
      id,
      [
        { state: 'OPERATIONAL' as const, at: now - (i === 5 ? 40 : 89) * DAY },
        { state: 'PARTIAL_OUTAGE' as const, at: now - (30 + i) * DAY },
        { state: 'OPERATIONAL' as const, at: now - (30 + i) * DAY + HOUR },
        { state: 'DEGRADED' as const, at: now - (10 + i) * DAY },
        { state: 'OPERATIONAL' as const, at: now - (10 + i) * DAY + 3 * HOUR },
        ...(states.get(id) === 'OPERATIONAL' ? [] : [{ state, at: now - HOUR }]),
      ],
    ]),
  );
  return publicPageOf({ page, states, changes, reports, announcements: [] }, now);
}

function told(
  now: Instant,
  id: string,
  startsAt: Instant,
  isWork: boolean,
  components: StatusReport['components'],
  steps: ('investigating' | 'identified' | 'monitoring' | 'resolved')[],
) {
  const statuses = isWork ? (['scheduled', 'in_progress'] as const) : steps;
  const updates = statuses.map(
    (status, i): ReportUpdate => ({
      ...{
        id: `upd_${id}${i}`,
        reportId: `rep_${id}`,
        status,
        components: i === 0 ? components : [],
        notify: true,
        by: 'Ana',
      },
      body: 'Some requests take longer than usual or fail. We have found where, and are working on it.',
      at: startsAt + (i + 1) * 20 * MINUTE,
    }),
  );
  const status = statuses.at(-1) ?? 'resolved';
  const report: StatusReport = {
    ...{ id: `rep_${id}`, pageId: 'spg_sample', kind: isWork ? 'maintenance' : 'incident', status, components },
    ...{ title: isWork ? 'Payout database moves' : 'Some requests fail', incidentId: null, startsAt },
    ...{ impact: 'minor', endsAt: isWork ? now + HOUR : null, autoStart: true, autoEnd: true },
    ...{ maintenanceWindowId: null, nextUpdateAt: isWork ? null : now + 20 * MINUTE, publishAt: null },
    ...{ publishedAt: startsAt, monitoringAt: null, resolvedAt: status === 'resolved' ? startsAt + HOUR : null },
    ...{ createdAt: startsAt, updatedAt: startsAt },
  };
  return { report, updates };
}
