import type { RouteName } from '../../../domain/access/route-access';
import { NOTHING } from './things';

const userId = NOTHING.users;
const span = { start: '2099-01-01T00:00:00Z', end: '2099-01-02T00:00:00Z' };
const schedule = { timezone: 'UTC', layers: [], overrides: [] };

/**
 * A body that each route can read, about things that do not exist; `{}` for routes that are not here. Without one a
 * route would answer 400 before it comes to the question who may.
 */
export const BODIES: Partial<Record<RouteName, object>> = {
  'POST /api/v1/incidents': { title: 'T', serviceId: NOTHING.services },
  'POST /api/v1/incidents/bulk': { verb: 'acknowledge', ids: [NOTHING.incidents] },
  'POST /api/v1/incidents/:id/notes': { body: 'A note' },
  'POST /api/v1/incidents/:id/snooze': { minutes: 5 },
  'PATCH /api/v1/incidents/:id': { title: 'T' },
  'PATCH /api/v1/incidents/:id/notes/:noteId': { body: 'A note' },
  'POST /api/v1/incidents/:id/watchers': { userId },
  'POST /api/v1/incidents/:id/tags': { add: ['t'] },
  'PATCH /api/v1/incidents/:id/fields': { fields: {} },
  'POST /api/v1/incidents/:id/links': { otherId: NOTHING.incidents },
  'POST /api/v1/incidents/duplicates': { serviceId: NOTHING.services, title: 'T' },
  'PATCH /api/v1/services/:id/watchers': { watchers: [] },
  'POST /api/v1/custom-fields': { name: 'F', kind: 'TEXT' },
  'POST /api/v1/incident-templates': { name: 'T', title: 'T', serviceId: NOTHING.services },
  'POST /api/v1/saved-views': { name: 'V', search: 'status=OPEN' },
  'POST /api/v1/incidents/:id/reassign': { userId },
  'POST /api/v1/incidents/:id/merge': { into: 'inc_000000000000000000000000' },
  'POST /api/v1/incidents/:id/responders': { userIds: [userId] },
  'POST /api/v1/postmortems': { incidentId: NOTHING.incidents },
  'POST /api/v1/action-items': { postmortemId: NOTHING.postmortems, title: 'A' },
  'POST /api/v1/postmortems/:id/publications': { pageId: NOTHING['status-pages'], title: 'T', summary: 'S' },
  'POST /api/v1/analytics/dashboards': { name: 'D' },
  'PATCH /api/v1/settings/retention': { incidentDays: null },
  'PATCH /api/v1/analytics/weekly-digest': { wanted: false },
  'POST /api/v1/services': { name: 'S', teamId: NOTHING.teams },
  'POST /api/v1/teams': { name: 'T', leadId: userId },
  'POST /api/v1/users': { name: 'U', email: 'u@example.test', role: 'USER' },
  'POST /api/v1/escalation-policies': { name: 'P', steps: [{ targets: [{ kind: 'USER', id: userId }] }] },
  'POST /api/v1/integrations/:id/signing-secret': { secret: null },
  'POST /api/v1/integrations/:id/try-mapping': { fieldMapping: {} },
  'POST /api/v1/maintenance-windows': {
    ...{ name: 'M', serviceIds: [NOTHING.services] },
    ...{ startAt: span.start, endAt: span.end },
  },
  'POST /api/v1/heartbeats': { name: 'H', serviceId: NOTHING.services, periodSeconds: 60 },
  'POST /api/v1/integrations': { name: 'I', type: 'events', serviceId: NOTHING.services },
  'POST /api/v1/schedules': { name: 'S', timezone: 'UTC', layers: [], overrides: [{ userId, ...span }] },
  'POST /api/v1/schedules/preview': { schedule },
  'POST /api/v1/schedules/:id/overrides': { userId, ...span },
  'POST /api/v1/schedules/:id/cover-requests': { userId, ...span },
  'PATCH /api/v1/schedules/:id/holidays': { holidays: [] },
  'POST /api/v1/time-off': { userId, ...span },
  'POST /api/v1/page-tests': { urgency: 'HIGH' },
  'POST /api/v1/simulate': { service: NOTHING.services },
  'POST /api/v1/contact-methods': { userId, kind: 'sms', value: '+447700900150' },
  'POST /api/v1/contact-methods/:id/verify': { code: '123456' },
  'POST /api/v1/devices': {
    subscription: { endpoint: 'https://push.example.com/x', keys: { p256dh: 'B'.repeat(87), auth: 'a'.repeat(22) } },
    name: 'Pixel 8',
  },
  'POST /api/v1/notification-rules': { userId, urgency: 'HIGH', contactMethodId: NOTHING['contact-methods'] },
  'POST /api/v1/webhooks': { name: 'W', url: 'https://hooks.example.test/', serviceIds: [NOTHING.services] },
  'POST /api/v1/status-pages': { name: 'P', slug: 'p', components: [{ name: 'C', serviceIds: [NOTHING.services] }] },
  'POST /api/v1/status-pages/:id/components/:componentId/state': { state: 'DEGRADED' },
  'POST /api/v1/status-pages/:id/subscribers': { address: 'visitor@example.test' },
  'POST /api/v1/status-pages/:id/subscribers/import': { text: 'visitor@example.test' },
  'POST /api/v1/status-pages/:id/announcements': { title: 'A' },
  'POST /api/v1/status-pages/:id/reports': { title: 'R', body: 'B' },
  'POST /api/v1/status-pages/:id/reports/:reportId/updates': { status: 'resolved', body: 'B' },
  'PATCH /api/v1/settings': { lastResort: [{ kind: 'USER', id: userId }] },
  'POST /api/v1/api-keys': { name: 'K', scopes: ['read'] },
};

/** Headers of routes that take something else than JSON. */
export const HEADERS: Partial<Record<RouteName, Record<string, string>>> = {
  'POST /api/v1/schedules/:id/overrides/import': { 'content-type': 'text/calendar' },
  'POST /api/v1/time-off/import': { 'content-type': 'text/calendar' },
};

/** Judged by the shifts that the body names, row by row: `test/workers/schedules/import.test.ts` asks who may. */
export const JUDGED_BY_ROW: ReadonlySet<string> = new Set<RouteName>(['POST /api/v1/schedules/:id/overrides/import']);

/** What everybody has of their own, so that nobody else's can be asked for. */
export const EVERYBODYS_OWN: ReadonlySet<string> = new Set<RouteName>([
  'GET /api/v1/schedules/:id/calendar',
  'GET /api/v1/users/:id/calendar',
]);

/** What a route cannot do without in its query. */
export const QUERIES: Partial<Record<RouteName, string>> = {
  'GET /api/v1/schedules/:id/shifts': '?from=2026-11-01T00:00:00Z&to=2026-11-08T00:00:00Z',
  'POST /api/v1/time-off/import': `?userId=${userId}`,
  'GET /api/v1/settings/retention/preview': '?incidentDays=90',
  'GET /api/v1/schedules/:id/gaps': '?from=2026-11-01T00:00:00Z&to=2026-11-08T00:00:00Z',
};

/** The forms of pages that look at what was sent before they ask who may. */
export const FORMS: Partial<Record<RouteName, Record<string, string>>> = {
  'POST /incidents/new': { title: 'T', serviceId: NOTHING.services ?? '' },
  'POST /incidents/:id': { verb: 'acknowledge' },
  'POST /integrations/:id': { verb: 'rotate' },
  'POST /maintenance-windows/:id': { verb: 'end' },
  'POST /heartbeats/:id': { verb: 'pause' },
  'POST /status-pages/:id/components': { verb: 'add', name: 'C' },
  'POST /settings/webhooks/:id': { verb: 'rotate' },
  'POST /covers/:id': { verb: 'take' },
  'POST /postmortems/new': { incidentId: NOTHING.incidents ?? '' },
  'POST /action-items': { id: NOTHING['action-items'] ?? '', status: 'OPEN' },
};
