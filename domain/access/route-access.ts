import type { Permission } from './permissions';

/** People do less to what is their own: `own` for that, `others` for everything else. */
export type OwnOrOthers = { own: Permission; others: Permission };

/**
 * What a route asks of its caller. `public`: nothing. `signed-in`: any person or API key. `machine`: a credential of its own in
 * the URL, the body or a header, no role. Else the permission, which the operation behind it checks.
 */
export type Access = Permission | 'public' | 'signed-in' | 'machine' | OwnOrOthers;

/** Method and path, as the routers name them: `GET /incidents/:id`. */
export type RouteName = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS' | 'ALL'} /${string}`;
export type AccessTable = Record<RouteName, Access>;

const reads = (path: string, access: Access): AccessTable => ({
  [`GET /api/v1/${path}`]: access,
  [`GET /api/v1/${path}/:id`]: access,
});
const changes = (path: string, access: Access): AccessTable => ({
  [`PATCH /api/v1/${path}/:id`]: access,
  [`DELETE /api/v1/${path}/:id`]: access,
});
/** The five usual routes of a resource. */
const resource = (path: string, read: Access, write: Access): AccessTable => ({
  ...reads(path, read),
  [`POST /api/v1/${path}`]: write,
  ...changes(path, write),
});

const verbs = (...names: string[]): AccessTable =>
  Object.fromEntries(names.map((name) => [`POST /api/v1/incidents/:id/${name}`, 'incident.respond'] as const));

export const OWN_THINGS: OwnOrOthers = { own: 'config.read', others: 'people.write' };
const WATCHING: OwnOrOthers = { own: 'incident.read', others: 'incident.respond' };
const OWN_SHIFT: OwnOrOthers = { own: 'incident.respond', others: 'config.write' };

/** Every route of the API and of machines. A test fails for a route that stands in neither this nor `WEB_ACCESS` (`web-access.ts`). */
export const API_ACCESS: AccessTable = {
  'GET /healthz': 'public',
  'GET /readyz': 'public',
  'GET /api/openapi.json': 'public',
  'GET /api/docs': 'public',

  'GET /api/integrations/*': 'machine',
  'POST /api/integrations/*': 'machine',
  'PUT /api/integrations/*': 'machine',
  'OPTIONS /api/integrations/*': 'public',
  'GET /calendars/:file': 'machine',
  'POST /api/providers/slack/interactions': 'machine',
  'POST /api/providers/slack/commands': 'machine',
  'POST /api/providers/slack/events': 'machine',
  // A page says itself who may see it.
  'GET /status/:slug': 'machine',
  'GET /status/:slug/*': 'machine',
  'POST /status/:slug/*': 'machine',
  'GET /api/heartbeats/:key': 'machine',
  'POST /api/heartbeats/:key': 'machine',
  'GET /api/heartbeats/:key/fail': 'machine',
  'POST /api/heartbeats/:key/fail': 'machine',
  'POST /v2/enqueue': 'machine',
  'POST /v2/change/enqueue': 'machine',
  'POST /generic/2010-04-15/create_event.json': 'machine',
  'POST /v2/alerts': 'machine',
  'PUT /v2/alerts': 'machine',
  'DELETE /v2/alerts': 'machine',
  'POST /v2/alerts/*': 'machine',
  'PUT /v2/alerts/*': 'machine',
  'DELETE /v2/alerts/*': 'machine',
  'POST /integrations/generic/20131114/alert/*': 'machine',
  'POST /api/providers/twilio/status': 'machine',
  'POST /api/providers/twilio/sms': 'machine',
  'POST /api/providers/twilio/voice': 'machine',
  'POST /api/providers/sendgrid/events': 'machine',
  'POST /api/providers/resend/events': 'machine',
  'POST /api/providers/ses/events': 'machine',
  'POST /r/:token': 'machine',
  'POST /api/push/receipt': 'machine',
  'POST /api/setup/demo': 'machine',
  'POST /api/test/faults': 'machine',

  ...reads('incidents', 'incident.read'),
  'POST /api/v1/incidents': 'incident.declare',
  // Each id is answered for itself, with "forbidden" where it comes to that.
  'POST /api/v1/incidents/bulk': 'signed-in',
  'GET /api/v1/incidents/:id/timeline': 'incident.read',
  'GET /api/v1/incidents/:id/notifications': 'incident.read',
  'POST /api/v1/incidents/:id/notes': 'incident.note',
  'GET /api/v1/incidents/:id/notes': 'incident.read',
  // Whose note it is decides beside that.
  'PATCH /api/v1/incidents/:id/notes/:noteId': 'incident.note',
  'PATCH /api/v1/incidents/:id': 'incident.respond',
  'GET /api/v1/incidents/:id/live': 'incident.read',
  'GET /api/v1/incidents/:id/watchers': 'incident.read',
  // Everybody may watch by themselves.
  'POST /api/v1/incidents/:id/watchers': WATCHING,
  'DELETE /api/v1/incidents/:id/watchers/:userId': WATCHING,
  'GET /api/v1/incidents/:id/tags': 'incident.read',
  'POST /api/v1/incidents/:id/tags': 'incident.respond',
  'GET /api/v1/incidents/:id/fields': 'incident.read',
  'PATCH /api/v1/incidents/:id/fields': 'incident.respond',
  'GET /api/v1/incidents/:id/related': 'incident.read',
  'POST /api/v1/incidents/:id/links': 'incident.respond',
  'DELETE /api/v1/incidents/:id/links/:otherId': 'incident.respond',
  'POST /api/v1/incidents/duplicates': 'incident.read',
  ...resource('custom-fields', 'config.read', 'config.write'),
  ...resource('incident-templates', 'config.read', 'config.write'),
  // Each view is its owner's; which of them may be changed is said by the operation.
  ...resource('saved-views', 'incident.read', 'incident.read'),
  'GET /api/v1/services/:id/watchers': 'config.read',
  'PATCH /api/v1/services/:id/watchers': 'config.write',
  ...verbs(
    'acknowledge',
    'resolve',
    'snooze',
    'unsnooze',
    'escalate',
    'pause',
    'resume',
    'reassign',
    'responders',
    'reopen',
    'suppress',
    'unsuppress',
    'merge',
    'unmerge',
  ),

  'GET /api/v1/analytics': 'incident.read',
  'GET /api/v1/analytics/export': 'incident.read',
  'GET /api/v1/analytics/weekly-digest': 'incident.read',
  // One's own, whoever asks; only a person has any.
  'PATCH /api/v1/analytics/weekly-digest': 'incident.read',
  'GET /api/v1/analytics/incidents': 'incident.read',
  'GET /api/v1/analytics/noise': 'incident.read',
  'GET /api/v1/analytics/load': 'incident.read',
  'GET /api/v1/analytics/heat-map': 'incident.read',
  // Each is its owner's; which of them may be changed is said by the operation.
  ...resource('analytics/dashboards', 'incident.read', 'incident.read'),
  'GET /api/v1/analytics/compliance': 'incident.read',
  'GET /api/v1/analytics/compliance/export': 'incident.read',
  'GET /api/v1/analytics/services/:id/error-budget': 'incident.read',

  'GET /api/v1/exports/incidents': 'incident.read',
  // The audit log asks for the same, and only administrators have it.
  'GET /api/v1/exports/organisation': 'audit.read',
  ...resource('postmortems', 'incident.read', 'incident.respond'),
  'POST /api/v1/postmortems/:id/refresh': 'incident.respond',
  'GET /api/v1/postmortems/:id/markdown': 'incident.read',
  'GET /api/v1/postmortems/:id/publications': 'incident.read',
  'POST /api/v1/postmortems/:id/publications': 'incident.respond',
  'DELETE /api/v1/postmortems/:id/publications/:publicationId': 'incident.respond',
  ...resource('action-items', 'incident.read', 'incident.respond'),

  ...resource('services', 'config.read', 'config.write'),
  ...resource('teams', 'config.read', 'config.write'),
  ...resource('escalation-policies', 'config.read', 'config.write'),
  ...resource('maintenance-windows', 'config.read', 'config.write'),
  'POST /api/v1/maintenance-windows/:id/end': 'config.write',
  ...resource('heartbeats', 'config.read', 'config.write'),
  'POST /api/v1/heartbeats/:id/rotate': 'config.write',
  'GET /api/v1/change-events': 'config.read',
  'GET /api/v1/incidents/:id/changes': 'incident.read',
  ...resource('integrations', 'config.read', 'config.write'),
  'POST /api/v1/integrations/:id/rotate': 'config.write',
  'POST /api/v1/integrations/:id/signing-secret': 'config.write',
  'POST /api/v1/integrations/:id/try-mapping': 'config.read',
  'GET /api/v1/integrations/:id/events': 'config.read',
  'POST /api/v1/integrations/:id/events/:eventId/replay': 'config.write',
  ...resource('schedules', 'config.read', 'config.write'),
  'POST /api/v1/schedules/preview': 'config.read',
  'GET /api/v1/schedules/:id/overrides': 'config.read',
  'POST /api/v1/schedules/:id/overrides': OWN_SHIFT,
  'PATCH /api/v1/schedules/:id/overrides/:overrideId': OWN_SHIFT,
  'DELETE /api/v1/schedules/:id/overrides/:overrideId': OWN_SHIFT,
  'GET /api/v1/schedules/:id/shifts': 'config.read',
  'GET /api/v1/schedules/:id/gaps': 'config.read',
  'GET /api/v1/schedules/:id/handoff': 'config.read',
  'GET /api/v1/schedules/:id/fairness': 'config.read',
  'GET /api/v1/schedules/:id/health': 'config.read',
  'GET /api/v1/schedules/:id/calendar': 'config.read',
  'POST /api/v1/schedules/:id/calendar': 'config.read',
  'POST /api/v1/schedules/:id/calendar/rotate': 'config.read',
  'DELETE /api/v1/schedules/:id/calendar': 'config.read',
  'POST /api/v1/schedules/:id/overrides/import': OWN_SHIFT,
  'GET /api/v1/schedules/:id/cover-requests': 'config.read',
  'POST /api/v1/schedules/:id/cover-requests': OWN_SHIFT,
  'GET /api/v1/cover-requests': 'config.read',
  'GET /api/v1/cover-requests/:id': 'config.read',
  'POST /api/v1/cover-requests/:id/take': 'incident.respond',
  'POST /api/v1/cover-requests/:id/decline': 'incident.respond',
  'POST /api/v1/cover-requests/:id/withdraw': OWN_SHIFT,
  'GET /api/v1/schedules/:id/history': 'config.read',
  'GET /api/v1/schedules/:id/holidays': 'config.read',
  'PATCH /api/v1/schedules/:id/holidays': 'config.write',
  'GET /api/v1/schedules/:id/shifts.csv': 'config.read',
  ...reads('time-off', 'config.read'),
  'GET /api/v1/time-off/:id/proposals': 'config.read',
  'POST /api/v1/time-off': OWN_THINGS,
  'DELETE /api/v1/time-off/:id': OWN_THINGS,
  'POST /api/v1/time-off/import': OWN_THINGS,
  'GET /api/v1/users/:id/shifts': 'config.read',
  'GET /api/v1/users/:id/shift-notices': 'config.read',
  'PATCH /api/v1/users/:id/shift-notices': OWN_THINGS,
  'GET /api/v1/users/:id/notification-preferences': 'config.read',
  'PATCH /api/v1/users/:id/notification-preferences': OWN_THINGS,
  // One's own, whoever asks; only a person has any.
  'POST /api/v1/page-tests': 'config.read',
  'GET /api/v1/page-tests': 'config.read',
  'POST /api/v1/page-tests/:id/stop': 'config.read',
  'GET /api/v1/users/:id/calendar': OWN_THINGS,
  'POST /api/v1/users/:id/calendar': OWN_THINGS,
  'POST /api/v1/users/:id/calendar/rotate': OWN_THINGS,
  'DELETE /api/v1/users/:id/calendar': OWN_THINGS,
  'GET /api/v1/oncall': 'config.read',
  'GET /api/v1/readiness': 'config.read',
  'POST /api/v1/simulate': 'config.read',

  ...reads('users', 'config.read'),
  'POST /api/v1/users': 'people.write',
  'POST /api/v1/users/:id/invite': 'people.write',
  'PATCH /api/v1/users/:id': OWN_THINGS,
  ...resource('contact-methods', 'config.read', OWN_THINGS),
  'POST /api/v1/contact-methods/:id/send-code': OWN_THINGS,
  'POST /api/v1/contact-methods/:id/verify': OWN_THINGS,
  'POST /api/v1/contact-methods/:id/test': OWN_THINGS,
  // One's own, whoever asks; only a person has any.
  'GET /api/v1/devices': 'config.read',
  'POST /api/v1/devices': 'config.read',
  ...resource('notification-rules', 'config.read', OWN_THINGS),

  ...resource('webhooks', 'config.read', 'config.write'),
  'POST /api/v1/webhooks/:id/rotate': 'config.write',
  'POST /api/v1/webhooks/:id/test': 'config.write',
  'GET /api/v1/webhooks/:id/deliveries': 'config.read',
  'POST /api/v1/webhooks/:id/deliveries/:deliveryId/redeliver': 'config.write',
  ...resource('status-pages', 'config.read', 'config.write'),
  'POST /api/v1/status-pages/:id/components/:componentId/state': 'incident.respond',
  'POST /api/v1/status-pages/:id/check-host': 'config.write',
  'GET /api/v1/status-pages/:id/subscribers': 'config.write',
  'POST /api/v1/status-pages/:id/subscribers': 'config.write',
  'POST /api/v1/status-pages/:id/subscribers/import': 'config.write',
  'GET /api/v1/status-pages/:id/subscribers/export': 'config.write',
  'GET /api/v1/status-pages/:id/subscribers/:subscriberId': 'config.write',
  'POST /api/v1/status-pages/:id/subscribers/:subscriberId/ask': 'config.write',
  'PATCH /api/v1/status-pages/:id/subscribers/:subscriberId': 'config.write',
  'DELETE /api/v1/status-pages/:id/subscribers/:subscriberId': 'config.write',
  'GET /api/v1/status-pages/:id/uptime': 'config.read',
  'GET /api/v1/status-pages/:id/announcements': 'config.read',
  'GET /api/v1/status-pages/:id/announcements/:announcementId': 'config.read',
  'POST /api/v1/status-pages/:id/announcements': 'incident.respond',
  'PATCH /api/v1/status-pages/:id/announcements/:announcementId': 'incident.respond',
  'DELETE /api/v1/status-pages/:id/announcements/:announcementId': 'incident.respond',
  'GET /api/v1/status-pages/:id/reports': 'config.read',
  'POST /api/v1/status-pages/:id/reports': 'incident.respond',
  'GET /api/v1/status-pages/:id/reports/:reportId': 'config.read',
  'PATCH /api/v1/status-pages/:id/reports/:reportId': 'incident.respond',
  'DELETE /api/v1/status-pages/:id/reports/:reportId': 'incident.respond',
  'POST /api/v1/status-pages/:id/reports/:reportId/updates': 'incident.respond',
  'POST /api/v1/status-pages/:id/reports/:reportId/publish': 'incident.respond',
  'GET /api/v1/notifications': { own: 'config.read', others: 'audit.read' },
  'GET /api/v1/notifications/export': 'audit.read',
  'POST /api/v1/notifications/:id/resend': 'config.write',

  'GET /api/v1/settings': 'config.read',
  'PATCH /api/v1/settings': 'config.write',
  'GET /api/v1/settings/retention': 'config.read',
  'PATCH /api/v1/settings/retention': 'config.write',
  'GET /api/v1/settings/retention/preview': 'config.write',
  'GET /api/v1/api-keys': 'secrets.write',
  'POST /api/v1/api-keys': 'secrets.write',
  'DELETE /api/v1/api-keys/:id': 'secrets.write',
  'GET /api/v1/audit-log': 'audit.read',
  'GET /api/v1/outbox': 'outbox.read',
};

/** What an actor with these permissions may expect of a route about things of others; null where no permission decides. */
export function permissionFor(access: Access, about: 'own' | 'others' = 'others'): Permission | null {
  if (typeof access === 'object') return access[about];
  switch (access) {
    case 'public':
    case 'signed-in':
    case 'machine':
      return null;
    default:
      return access;
  }
}
