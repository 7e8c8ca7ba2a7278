import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from './app-env';
import { apiKeys } from './routes/api-keys';
import { auditLog } from './routes/audit-log';
import { scheduleCalendars, userCalendars } from './routes/calendars';
import { contactMethods } from './routes/contact-methods';
import { escalationPolicies } from './routes/escalation-policies';
import { incidents } from './routes/incidents';
import { integrations } from './routes/integrations';
import { notificationRules } from './routes/notification-rules';
import { onCall } from './routes/oncall';
import { outbox } from './routes/outbox';
import { schedules } from './routes/schedules';
import { services } from './routes/services';
import { settings } from './routes/settings';
import { simulate } from './routes/simulate';
import { teams } from './routes/teams';
import { users } from './routes/users';

/** `/api/v1`: one file per resource (INTERFACES, HTTP). */
export const api = new OpenAPIHono<AppEnv>();

api.route('/incidents', incidents);
api.route('/services', services);
api.route('/teams', teams);
api.route('/users', users);
api.route('/users', userCalendars);
api.route('/schedules', schedules);
api.route('/schedules', scheduleCalendars);
api.route('/escalation-policies', escalationPolicies);
api.route('/integrations', integrations);
api.route('/contact-methods', contactMethods);
api.route('/notification-rules', notificationRules);
api.route('/settings', settings);
api.route('/api-keys', apiKeys);
api.route('/audit-log', auditLog);
api.route('/oncall', onCall);
api.route('/outbox', outbox);
api.route('/simulate', simulate);
