import { env } from 'cloudflare:test';
import { OpenAPIHono } from '@hono/zod-openapi';
import type { Actor } from '../../../domain/access/actor';
import type { AppEnv } from '../../../workers/http/app-env';
import { onError } from '../../../workers/http/middleware/error-handler';
import { calendars, scheduleCalendars, userCalendars } from '../../../workers/http/routes/calendars';
import { onCall } from '../../../workers/http/routes/oncall';
import { personShifts, scheduleRecords } from '../../../workers/http/routes/schedule-records';
import { schedules } from '../../../workers/http/routes/schedules';
import { adminContext } from '../config/support';

/** Thursday in the week of Monday 2026-11-23. */
export const THURSDAY = Date.parse('2026-11-26T12:00:00Z');

export type Json = Record<string, unknown> & { id: string };
export type Asked = { as?: Actor; now?: number; headers?: Record<string, string> };

/** The doors of schedules, for whoever `as` is: an administrator, unless told otherwise. */
export function appFor({ as, now = THURSDAY }: Asked = {}): OpenAPIHono<AppEnv> {
  const app = new OpenAPIHono<AppEnv>();
  app.onError(onError);
  app.use(async (c, next) => {
    c.set('requestId', 'req_test');
    c.set('context', adminContext({ now, ...(as ? { actor: as } : {}) }));
    await next();
  });
  app.route('/schedules', schedules);
  app.route('/schedules', scheduleCalendars);
  app.route('/schedules', scheduleRecords);
  app.route('/users', userCalendars);
  app.route('/users', personShifts);
  app.route('/oncall', onCall);
  app.route('/calendars', calendars);
  return app;
}

export const fetchFrom = async (method: string, path: string, body?: unknown, asked: Asked = {}): Promise<Response> => {
  const text = typeof body === 'string' ? body : body === undefined ? undefined : JSON.stringify(body);
  const headers = { ...(text === undefined ? {} : { 'content-type': 'application/json' }), ...asked.headers };
  return appFor(asked).request(path, { method, headers, ...(text === undefined ? {} : { body: text }) }, env);
};

export async function call(method: string, path: string, body?: unknown, asked: Asked = {}) {
  const answer = await fetchFrom(method, path, body, asked);
  return { status: answer.status, body: (answer.status === 204 ? {} : await answer.json()) as Json };
}

export const responder = ({ id, name }: { id: string; name: string }): Actor => ({
  kind: 'user',
  id,
  name,
  role: 'RESPONDER',
});
