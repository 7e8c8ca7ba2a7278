import { DAY, HOUR, type Instant, MINUTE } from '../../domain/shared/time';
import type { ComponentState } from '../../domain/status-page/component';
import { DEFAULT_LOOK, type StatusPage } from '../../domain/status-page/page';
import type { ReportUpdate, StatusReport } from '../../domain/status-page/report';
import type { Db } from '../client';
import type { Statement } from '../repositories/batch';
import { insertChange } from '../repositories/status-facts';
import { insertStatusPage } from '../repositories/status-pages';
import { insertReport, insertReportUpdate } from '../repositories/status-reports';

const PAGE = 'spg_demo_shop';
const BY = 'Ana Ferreira';

const component = (id: string, name: string, description: string, group: string | null, serviceIds: string[]) => ({
  id: `cmp_demo_${id}`,
  name,
  description,
  group,
  serviceIds,
  manual: null,
});

const COMPONENTS = [
  component('checkout', 'Checkout', 'Cart, address and payment', 'Shop', ['svc_demo_checkout']),
  component('search', 'Search', 'Finding products', 'Shop', ['svc_demo_search']),
  component('payouts', 'Payouts', 'Settlement to merchants', 'Merchants', ['svc_demo_ledger']),
  component('dashboard', 'Merchant dashboard', 'Orders and reports', 'Merchants', []),
  component('api', 'API', 'For partners, version 2', null, []),
  component('site', 'This page', 'It tells when something else does not work', null, ['svc_demo_site']),
];

/** Hours ago from which a component was something else, and for how long. */
const TROUBLE: [string, number, ComponentState, number][] = [
  ['checkout', 71 * 24, 'MAJOR_OUTAGE', 42 * MINUTE],
  ['checkout', 12 * 24, 'PARTIAL_OUTAGE', 3 * HOUR],
  ['search', 33 * 24, 'DEGRADED', 5 * HOUR],
  ['search', 12 * 24, 'DEGRADED', 2 * HOUR],
  ['payouts', 26, 'PARTIAL_OUTAGE', 41 * MINUTE],
  ['payouts', 55 * 24, 'MAINTENANCE', 2 * HOUR],
  ['api', 33 * 24, 'DEGRADED', 5 * HOUR],
];

const page = (now: Instant): StatusPage => ({
  id: PAGE,
  name: 'Example Shop',
  slug: 'demo',
  host: null,
  description: null,
  timezone: 'Europe/Lisbon',
  language: 'en',
  audience: 'public',
  passwordHash: null,
  look: { ...DEFAULT_LOOK, supportUrl: 'https://support.example.com/' },
  uptime: { show: true, excludeMaintenance: true },
  components: COMPONENTS.map((one) => ({ ...one, createdAt: now - 89 * DAY, updatedAt: now - 89 * DAY })),
  templates: [
    {
      name: 'Something is slow',
      kind: 'incident',
      status: 'investigating',
      title: 'Slow answers',
      body: 'Some requests take longer than usual. We are looking for the cause.',
    },
    {
      name: 'Database maintenance',
      kind: 'maintenance',
      status: 'scheduled',
      title: 'Database maintenance',
      body: 'We update our databases. Short interruptions are possible.',
    },
  ],
  createdAt: now - 89 * DAY,
  updatedAt: now - 89 * DAY,
});

type Told = [minutes: number, status: ReportUpdate['status'], body: string];

function report(
  id: string,
  now: Instant,
  fields: Partial<StatusReport> & Pick<StatusReport, 'title' | 'startsAt'>,
  told: Told[],
) {
  const updates = told.map(
    ([minutes, status, body], i): ReportUpdate => ({
      id: `upd_demo_${id}_${i + 1}`,
      reportId: `rep_demo_${id}`,
      status,
      body,
      components: i === 0 ? (fields.components ?? []) : [],
      notify: false,
      at: Math.min(now, fields.kind === 'maintenance' ? now - minutes * MINUTE : fields.startsAt + minutes * MINUTE),
      by: BY,
    }),
  );
  const last = updates.at(-1);
  const isOver = last?.status === 'resolved';
  const made: StatusReport = {
    id: `rep_demo_${id}`,
    pageId: PAGE,
    kind: 'incident',
    status: last?.status ?? 'investigating',
    impact: 'minor',
    components: [],
    incidentId: null,
    endsAt: null,
    autoStart: true,
    autoEnd: true,
    maintenanceWindowId: null,
    nextUpdateAt: null,
    publishAt: null,
    publishedAt: updates[0]?.at ?? now,
    monitoringAt: updates.find(({ status }) => status === 'monitoring')?.at ?? null,
    resolvedAt: isOver ? (last?.at ?? null) : null,
    createdAt: updates[0]?.at ?? now,
    updatedAt: last?.at ?? now,
    ...fields,
  };
  return { report: made, updates };
}

const reports = (now: Instant) => [
  report(
    'checkout',
    now,
    {
      title: 'Some card payments fail',
      startsAt: now - 22 * MINUTE,
      impact: 'major',
      components: [{ componentId: 'cmp_demo_checkout', state: 'PARTIAL_OUTAGE' }],
      nextUpdateAt: now + 38 * MINUTE,
    },
    [
      [
        2,
        'investigating',
        'About 7 % of orders by card end with an error. PayPal works. We are looking for the cause.',
      ],
      [12, 'identified', 'A provider of card payments answers slowly. We are sending payments by another one.'],
    ],
  ),
  report(
    'ledger',
    now,
    {
      title: 'Payout database moves',
      kind: 'maintenance',
      impact: 'maintenance',
      startsAt: now + 2 * DAY,
      endsAt: now + 2 * DAY + 2 * HOUR,
      components: [{ componentId: 'cmp_demo_payouts', state: 'MAINTENANCE' }],
    },
    [[26 * 60, 'scheduled', 'Payouts wait for up to two hours and go out afterwards. Nothing is lost.']],
  ),
  report(
    'search',
    now,
    {
      title: 'Search answers slowly',
      startsAt: now - 12 * DAY,
      components: [{ componentId: 'cmp_demo_search', state: 'DEGRADED' }],
    },
    [
      [6, 'investigating', 'Search takes up to four seconds.'],
      [55, 'monitoring', 'We have added capacity, and answers are as fast as before. We keep watching.'],
      [120, 'resolved', 'Search has been fast for an hour.'],
    ],
  ),
  report(
    'outage',
    now,
    {
      title: 'Checkout is down',
      startsAt: now - 71 * DAY,
      impact: 'critical',
      components: [{ componentId: 'cmp_demo_checkout', state: 'MAJOR_OUTAGE' }],
    },
    [
      [4, 'investigating', 'No orders can be placed.'],
      [31, 'monitoring', 'Orders can be placed again.'],
      [42, 'resolved', 'A certificate had expired. It is renewed, and the next ones are watched.'],
    ],
  ),
];

/** The page at /status/demo, with a history, an open report and work that is planned. */
export const insertDemoStatusPage = (db: Db, now: Instant): Statement[] => [
  ...insertStatusPage(db, page(now)),
  ...COMPONENTS.map(({ id }) => insertChange(db, id, 'OPERATIONAL', now - 89 * DAY)),
  ...TROUBLE.flatMap(([id, hours, state, length]) => [
    insertChange(db, `cmp_demo_${id}`, state, now - hours * HOUR),
    insertChange(db, `cmp_demo_${id}`, 'OPERATIONAL', now - hours * HOUR + length),
  ]),
  ...reports(now).flatMap(({ report: one, updates }) => [
    insertReport(db, one),
    ...updates.map((update) => insertReportUpdate(db, update)),
  ]),
];
