import { OpenAPIHono, z } from '@hono/zod-openapi';
import { retentionPreviewInput, updateRetentionInput } from '../../../domain/organisation/retention';
import { getRetention, previewRetention } from '../../operations/retention/get';
import { updateRetention } from '../../operations/retention/update';
import type { AppEnv } from '../app-env';
import { endpoint, type ResourceApp } from '../endpoint';

const made: ResourceApp = { app: new OpenAPIHono<AppEnv>(), tag: 'settings' };

const kept = z.int().nullable();
const counts = z
  .object({
    incidentDays: z.int(),
    messageDays: z.int(),
    auditDays: z.int(),
    webhookDays: z.int(),
    changeDays: z.int(),
  })
  .partial();
const answer = z
  .object({
    incidentDays: kept,
    messageDays: kept,
    auditDays: kept,
    webhookDays: z.int(),
    changeDays: z.int(),
    waiting: counts,
  })
  .openapi('Retention', {
    description:
      'Days that records are kept (null: for ever): details of incidents after their resolution, messages outside incidents, entries of the audit log, what webhooks were told, changes; and how many of each wait for the sweep',
  });

endpoint(made, {
  method: 'get',
  path: '/retention',
  summary: 'How long records are kept',
  answer,
  run: getRetention,
});
endpoint(made, {
  method: 'patch',
  path: '/retention',
  summary: 'Sets how long records of some kinds are kept; rows of incidents and all figures stay',
  body: updateRetentionInput,
  answer,
  run: updateRetention,
});
endpoint(made, {
  method: 'get',
  path: '/retention/preview',
  summary: 'How many records of the kinds that are named would go; changes nothing',
  query: retentionPreviewInput,
  answer: z.object({ going: counts }),
  run: previewRetention,
});

export const { app: retention } = made;
