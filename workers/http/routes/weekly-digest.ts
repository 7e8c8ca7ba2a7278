import { OpenAPIHono, z } from '@hono/zod-openapi';
import { getWeeklyDigest, setWeeklyDigest } from '../../operations/analytics/digest';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'analytics' };
const answer = z.object({ nextAt: z.iso.datetime().nullable() });

endpoint(made, {
  method: 'get',
  path: '/weekly-digest',
  summary: 'When the caller gets their next weekly digest',
  answer,
  run: getWeeklyDigest,
});
endpoint(made, {
  method: 'patch',
  path: '/weekly-digest',
  summary: 'Asks for the weekly digest by e-mail, or ends it',
  body: z.object({ wanted: z.boolean() }),
  answer,
  run: setWeeklyDigest,
});

export const { app: weeklyDigest } = made;
