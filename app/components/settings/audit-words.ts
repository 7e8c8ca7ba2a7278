import type { AuditEntry } from '~/lib/integrations';

const VERBS: Record<string, string> = {
  create: 'added',
  update: 'changed',
  remove: 'deleted',
  revoke: 'ended',
  end: 'ended',
  rotate: 'made a new key for',
  test: 'tested',
  sign: 'changed the signing secret of',
  replay: 'took an event in again from',
  accept: 'accepted',
  connect: 'connected',
  verify: 'verified',
};

/** Where verb and noun make no sentence. */
const WHOLE: Record<string, string> = {
  'session.create': 'signed in',
  'session.revoke': 'ended a session',
  'setup.owner': 'became the owner of this installation',
  'setup.dismiss': 'put the set-up list away',
  'settings.update': 'changed the settings of the organisation',
  'demo.load': 'loaded the demo organisation',
  'notification.resend': 'sent a message again',
  'demo.remove': 'removed the demo organisation',
  'password.change': 'changed their password',
  'password.forgot': 'was sent a link for a new password',
  'password.reset': 'chose a new password by link',
  'slack.disconnect': 'disconnected Slack',
  'slack.trouble': 'saw Slack refuse the bot token; nothing is sent there',
  'slack.recheck': 'tried Slack again: it takes the token',
  'schedule.override': 'added an override to a schedule',
  'schedule.override-removed': 'removed an override from a schedule',
  'schedule.cover-requested': 'asked for cover of a shift',
  'schedule.cover-taken': 'took a shift, or handed it over',
  'schedule.cover-declined': 'declined to take a shift',
  'schedule.cover-withdrawn': 'withdrew a request for cover',
  'schedule.cover-expired': 'ended a request for cover that nobody took',
  'schedule.holidays': 'changed the holidays of a schedule',
  'status-page.set-state': 'set a component of a status page by hand',
  'status-report.publish': 'published a report on a status page',
  'status-report.edit': 'changed a report on a status page',
  'status-subscriber.add': 'added a subscriber to a status page',
  'status-subscriber.ask': 'asked a subscriber of a status page again',
  'status-subscriber.import': 'asked a list of people whether they want mails of a status page',
  'status-subscriber.update': 'changed what a subscriber of a status page hears of',
  'status-subscriber.remove': 'removed a subscriber from a status page',
  'shift-notices.update': 'changed which notices somebody gets about their shifts',
  'time-off.import': 'imported time off from a calendar',
};

const KINDS: Record<string, string> = {
  'api-key': 'API key',
  'contact-method': 'contact method',
  'escalation-policy': 'escalation policy',
  heartbeat: 'heartbeat',
  integration: 'integration',
  'maintenance-window': 'maintenance window',
  notification: 'message',
  'notification-rule': 'notification rule',
  organisation: 'organisation',
  schedule: 'schedule',
  'schedule-override': 'override',
  service: 'service',
  session: 'session',
  settings: 'settings',
  'status-announcement': 'announcement',
  'status-page': 'status page',
  'status-report': 'status report',
  slack: 'Slack workspace',
  team: 'team',
  'time-off': 'time off',
  user: 'person',
};

/** Kinds of things the log can be narrowed to. */
export const AUDIT_KINDS = Object.entries(KINDS).map(([kind, word]) => ({ kind, word }));

const nameIn = (record: Record<string, unknown> | null): string | null => {
  const name = record?.name ?? record?.value;
  return typeof name === 'string' ? name : null;
};

/** `added integration “Prometheus”`: what was done to what, in words. */
export function auditSentence({ action, targetKind, targetId, before, after }: AuditEntry): string {
  const whole = WHOLE[action];
  if (whole) return whole;
  const verb = VERBS[action.split('.').at(-1) ?? ''];
  const name = nameIn(after) ?? nameIn(before);
  const what = `${KINDS[targetKind] ?? targetKind.replaceAll('-', ' ')} ${name ? `“${name}”` : targetId}`;
  return verb ? `${verb} ${what}` : `${action} ${what}`;
}

export type FieldChange = { field: string; before: string | null; after: string | null };

const shown = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Only what an entry changed, field by field; times of the record itself are left out. */
export function fieldChanges({ before, after }: Pick<AuditEntry, 'before' | 'after'>): FieldChange[] {
  const names = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})]);
  for (const own of ['id', 'createdAt', 'updatedAt']) names.delete(own);
  return [...names]
    .map((field) => ({ field, before: shown(before?.[field]), after: shown(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}
