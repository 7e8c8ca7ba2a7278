import { OpenAPIHono, z } from '@hono/zod-openapi';
import { retentionPreviewInput, updateRetentionInput } from '../../../domain/organisation/retention';
import { getRetention, previewRetention } from '../../operations/retention/get';
import { updateRetention } from '../../operations/retention/update';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'settings' };

const answer = z.object({ incidentDays: z.int().nullable(), waiting: z.int() }).openapi('Retention', {
  description:
    'Days after its resolution that an incident keeps its timeline, alerts, pages and notes (null: for ever), and how many wait for the sweep',
});

endpoint(made, {
  method: 'get',
  path: '/retention',
  summary: 'How long incidents keep their details',
  answer,
  run: getRetention,
});
endpoint(made, {
  method: 'patch',
  path: '/retention',
  summary: 'Sets how long incidents keep their details; their rows and all figures stay',
  body: updateRetentionInput,
  answer,
  run: updateRetention,
});
endpoint(made, {
  method: 'get',
  path: '/retention/preview',
  summary: 'How many incidents would lose their details; changes nothing',
  query: retentionPreviewInput,
  answer: z.object({ incidentDays: z.int(), incidents: z.int() }),
  run: previewRetention,
});

export const { app: retention } = made;
