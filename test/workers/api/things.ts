import { call, signedInAs } from './support';

/** Stands in the name of everything in `madeThings`; whoever may not read it must never see it. */
export const HIDDEN = 'Nightingale';

export type Ids = Record<string, string>;

/** Well-formed ids of nothing at all, by the part of the path that they follow. */
export const NOTHING: Ids = {
  incidents: 'inc_0000000000000000',
  services: 'svc_0000000000000000',
  teams: 'team_0000000000000000',
  users: 'usr_0000000000000000',
  schedules: 'sch_0000000000000000',
  'escalation-policies': 'pol_0000000000000000',
  integrations: 'int_0000000000000000',
  heartbeats: 'hbt_0000000000000000',
  'contact-methods': 'cm_0000000000000000',
  'notification-rules': 'rule_0000000000000000',
  paging: 'cm_0000000000000000',
  'api-keys': 'key_0000000000000000',
  outbox: 'msg_0000000000000000',
  overrides: 'ovr_0000000000000000',
  'maintenance-windows': 'mwn_0000000000000000',
  webhooks: 'whk_0000000000000000',
  deliveries: 'whd_0000000000000000',
  'cover-requests': 'cov_0000000000000000',
  covers: 'cov_0000000000000000',
  'time-off': 'off_0000000000000000',
  postmortems: 'pm_0000000000000000',
  'action-items': 'act_0000000000000000',
  'status-pages': 'spg_0000000000000000',
  components: 'cmp_0000000000000000',
  reports: 'rep_0000000000000000',
  subscribers: 'sub_0000000000000000',
  announcements: 'stn_0000000000000000',
  'custom-fields': 'fld_0000000000000000',
  'incident-templates': 'tpl_0000000000000000',
  'saved-views': 'view_0000000000000000',
  dashboards: 'dash_0000000000000000',
  publications: 'pub_0000000000000000',
};

/** A path with its parameters filled in: `/api/v1/teams/:id` by the id of a team. */
export function fill(path: string, ids: Ids): string {
  const parts = path.split('/');
  return parts
    .map((part, i) => (part.startsWith(':') ? (ids[parts[i - 1] ?? ''] ?? 'id_0000000000000000') : part))
    .join('/');
}

/** One stored thing of each kind that belongs to somebody else, made through the API. */
export async function madeThings(): Promise<Ids> {
  const admin = await signedInAs('ADMIN');
  const owner = await signedInAs('RESPONDER');
  const make = async (path: string, body: object): Promise<string> => {
    const { status, body: made } = await call(admin, 'POST', `/api/v1/${path}`, body);
    if (status !== 201) throw new Error(`POST ${path}: ${status} ${JSON.stringify(made)}`);
    return made.id;
  };
  const name = HIDDEN;
  const steps = [{ targets: [] }];
  const userId = owner.id;
  const services = await make('services', { name });
  const schedules = await make('schedules', { name, timezone: 'UTC', layers: [] });
  const override = { userId, start: '2099-01-01T00:00:00Z', end: '2099-01-02T00:00:00Z' };
  const methods = await make('contact-methods', { userId, kind: 'email', value: `${HIDDEN}@example.test` });
  const other = await signedInAs('RESPONDER');
  const rotation = { unit: 'week', length: 1, anchor: '2026-01-05T09:00', handoff: '09:00' };
  const layer = { name, priority: 1, start: '2026-01-01T00:00:00Z', end: null, rotation, restrictions: [] };
  const layers = [{ ...layer, users: [[userId, other.id]] }];
  const staffed = await make('schedules', { name, timezone: 'UTC', layers });
  const incidents = await make('incidents', { title: name, serviceId: services });
  const postmortems = await make('postmortems', { incidentId: incidents });
  const covers = await make(`schedules/${staffed}/cover-requests`, { ...override, userId });
  const page = await call(admin, 'POST', '/api/v1/status-pages', { name, slug: 'nightingale', components: [{ name }] });
  const pages = page.body.id;
  const [component] = page.body.components as { id: string }[];
  return {
    'status-pages': pages,
    components: component?.id ?? '',
    subscribers: await make(`status-pages/${pages}/subscribers`, { address: `${HIDDEN}@example.test` }),
    reports: await make(`status-pages/${pages}/reports`, { title: name, body: name }),
    announcements: await make(`status-pages/${pages}/announcements`, { title: name }),
    users: userId,
    'cover-requests': covers,
    covers,
    'time-off': await make('time-off', override),
    'custom-fields': await make('custom-fields', { name, kind: 'TEXT' }),
    'incident-templates': await make('incident-templates', { name, title: name }),
    'saved-views': await make('saved-views', { name, search: 'status=OPEN', isShared: true }),
    services,
    schedules,
    teams: await make('teams', { name }),
    'escalation-policies': await make('escalation-policies', { name, steps }),
    heartbeats: await make('heartbeats', { name, serviceId: services, periodSeconds: 60 }),
    integrations: await make('integrations', { name, type: 'events', serviceId: services }),
    'contact-methods': methods,
    paging: methods,
    'notification-rules': await make('notification-rules', { userId, urgency: 'HIGH', contactMethodId: methods }),
    'maintenance-windows': await make('maintenance-windows', {
      ...{ name, serviceIds: [services] },
      ...{ startAt: '2099-01-01T00:00:00Z', endAt: '2099-01-01T01:00:00Z' },
    }),
    overrides: await make(`schedules/${schedules}/overrides`, override),
    'api-keys': await make('api-keys', { name, scopes: ['read'] }),
    // Off, so that nothing is posted anywhere.
    webhooks: await make('webhooks', { name, url: 'https://hooks.example.test/', enabled: false }),
    incidents,
    postmortems,
    dashboards: await make('analytics/dashboards', { name, isShared: true }),
    'action-items': await make('action-items', { postmortemId: postmortems, title: name }),
  };
}
