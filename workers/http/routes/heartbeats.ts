import { z } from '@hono/zod-openapi';
import { HEARTBEAT_STATES } from '../../../domain/heartbeat/heartbeat';
import { createHeartbeatInput, updateHeartbeatInput } from '../../../domain/heartbeat/input';
import { URGENCIES } from '../../../domain/incident/incident';
import { rotateIntegrationInput } from '../../../domain/integration/input';
import { idField, idInput } from '../../../domain/shared/input';
import { nameSearch } from '../../../domain/shared/search';
import { createHeartbeat } from '../../operations/heartbeat/create';
import { getHeartbeat } from '../../operations/heartbeat/get';
import { listHeartbeats } from '../../operations/heartbeat/list';
import { removeHeartbeat } from '../../operations/heartbeat/remove';
import { rotateHeartbeat } from '../../operations/heartbeat/rotate';
import { updateHeartbeat } from '../../operations/heartbeat/update';
import { endpoint } from '../endpoint';
import { resource, stored } from '../resource-app';

const instant = z.iso.datetime().nullable();
const fields = {
  name: z.string(),
  serviceId: z.string(),
  inbox: z.string(),
  periodSeconds: z.int().nullable(),
  cron: z.string().nullable(),
  timezone: z.string(),
  graceSeconds: z.int(),
  urgency: z.enum(URGENCIES).nullable(),
  enabled: z.boolean(),
  previousKeyEndsAt: instant,
  state: z.enum(HEARTBEAT_STATES).nullable(),
  lastPingAt: instant,
  downSince: instant,
  dueAt: instant,
  missedAt: instant,
  pings: z.array(z.object({ at: z.iso.datetime(), failed: z.boolean(), agent: z.string() })),
};
const withKey = stored('HeartbeatWithKey', { ...fields, key: z.string(), url: z.string() });

const made = resource({
  tag: 'heartbeats',
  noun: 'heartbeat',
  answer: stored('Heartbeat', fields),
  list: { query: z.object({ ...nameSearch, serviceId: idField.optional() }), run: listHeartbeats },
  get: getHeartbeat,
  create: { body: createHeartbeatInput, answer: withKey, run: createHeartbeat },
  update: { body: updateHeartbeatInput, run: updateHeartbeat },
  remove: removeHeartbeat,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/rotate',
  summary: 'Gives a heartbeat a new address; the old one ends at once, or after overlapMinutes',
  params: idInput,
  body: rotateIntegrationInput,
  answer: withKey,
  run: rotateHeartbeat,
});

export const { app: heartbeats } = made;
