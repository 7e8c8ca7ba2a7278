import { OpenAPIHono, z } from '@hono/zod-openapi';
import { URGENCIES } from '../../../domain/incident/incident';
import { pageTestInput } from '../../../domain/message/page-test';
import { preferencesInput } from '../../../domain/notification/preferences';
import { NOTIFICATION_STATES } from '../../../domain/notification/state';
import { WEEKDAYS } from '../../../domain/schedule/schedule';
import { idInput } from '../../../domain/shared/input';
import { listPageTests } from '../../operations/page-test/get';
import { startPageTest } from '../../operations/page-test/start';
import { stopPageTestOf } from '../../operations/page-test/stop';
import { getPreferences } from '../../operations/preference/get';
import { updatePreferences } from '../../operations/preference/update';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const ofPeople: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'users' };
const one = { params: idInput };

const preferences = z.object({
  quietHours: z.object({ startTime: z.string(), endTime: z.string(), days: z.array(z.enum(WEEKDAYS)) }).nullable(),
  lowDigest: z
    .union([z.object({ every: z.literal('hour') }), z.object({ every: z.literal('day'), at: z.string() })])
    .nullable(),
  mutes: z.array(z.object({ serviceId: z.string(), until: z.iso.datetime() })),
});
endpoint(ofPeople, {
  ...one,
  method: 'get',
  path: '/{id}/notification-preferences',
  summary: 'Quiet hours, digest and muted services of a person',
  answer: preferences,
  run: getPreferences,
});
endpoint(ofPeople, {
  ...one,
  method: 'patch',
  path: '/{id}/notification-preferences',
  summary: 'Changes quiet hours, digest or muted services; none of them holds back a page of urgency HIGH',
  body: preferencesInput,
  answer: preferences,
  run: updatePreferences,
});
/** Below `/api/v1/users`. */
export const { app: personPreferences } = ofPeople;

const tests: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'page-tests' };
const started = z.object({ id: z.string() });
const instant = z.iso.datetime();
endpoint(tests, {
  method: 'post',
  path: '/',
  summary: 'Pages the caller now, by their own rules for an urgency; needs a session',
  body: pageTestInput,
  answer: started,
  created: true,
  run: startPageTest,
});
endpoint(tests, {
  method: 'get',
  path: '/',
  summary: 'Your newest test page, and how far its methods have come',
  answer: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        urgency: z.enum(URGENCIES),
        startedAt: instant,
        stoppedAt: instant.nullable(),
        messages: z.array(
          z.object({
            position: z.int(),
            id: z.string(),
            channel: z.string(),
            address: z.string(),
            state: z.enum(NOTIFICATION_STATES),
            reason: z.string().nullable(),
            dueAt: instant,
            sentAt: instant.nullable(),
            changedAt: instant,
          }),
        ),
        real: z.object({ kind: z.enum(['now', 'quiet', 'digest']) }).loose(),
      }),
    ),
  }),
  run: listPageTests,
});
endpoint(tests, {
  ...one,
  method: 'post',
  path: '/{id}/stop',
  summary: 'Ends a test page: methods that have not gone out yet do not',
  answer: started,
  run: stopPageTestOf,
});
export const { app: pageTests } = tests;
