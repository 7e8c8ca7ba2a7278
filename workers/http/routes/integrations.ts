import { z } from '@hono/zod-openapi';
import { OUTCOMES } from '../../../domain/ingest/routing/rule';
import {
  createIntegrationInput,
  rotateIntegrationInput,
  signingSecretInput,
  tryMappingInput,
  updateIntegrationInput,
} from '../../../domain/integration/input';
import { idField, idInput } from '../../../domain/shared/input';
import { nameSearch } from '../../../domain/shared/search';
import { createIntegration } from '../../operations/integration/create';
import { getIntegration } from '../../operations/integration/get';
import { listIntegrations } from '../../operations/integration/list';
import { listEvents } from '../../operations/integration/list-events';
import { removeIntegration } from '../../operations/integration/remove';
import { replayEvent } from '../../operations/integration/replay';
import { rotateIntegration } from '../../operations/integration/rotate';
import { setSigningSecret } from '../../operations/integration/set-signing-secret';
import { tryMapping } from '../../operations/integration/try-mapping';
import { updateIntegration } from '../../operations/integration/update';
import { endpoint } from '../endpoint';
import { pageOf, resource, stored } from '../resource-app';

const fields = {
  name: z.string(),
  type: z.string(),
  serviceId: z.string(),
  inbox: z.string(),
  enabled: z.boolean(),
  signed: z.boolean(),
  previousKeyEndsAt: z.iso.datetime().nullable(),
  routingRules: z.array(z.object({ name: z.string(), outcome: z.enum(OUTCOMES) }).loose()),
  fieldMapping: z.object({}).loose().nullable(),
  silenceAlarmMinutes: z.int().nullable(),
};
const withKey = stored('IntegrationWithKey', { ...fields, key: z.string(), url: z.string() });

const integration = stored('Integration', fields);

const made = resource({
  tag: 'integrations',
  noun: 'integration',
  answer: integration,
  list: { query: z.object({ ...nameSearch, serviceId: idField.optional() }), run: listIntegrations },
  get: getIntegration,
  create: { body: createIntegrationInput, answer: withKey, run: createIntegration },
  update: { body: updateIntegrationInput, run: updateIntegration },
  remove: removeIntegration,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/rotate',
  summary: 'Gives an integration a new key; the old one ends at once, or after overlapMinutes',
  params: idInput,
  body: rotateIntegrationInput,
  answer: withKey,
  run: rotateIntegration,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/signing-secret',
  summary:
    'Sets the secret that the tool signs with (CloudWatch: the ARN of the SNS topic); null asks for no signature',
  params: idInput,
  body: signingSecretInput,
  answer: integration,
  run: setSigningSecret,
});

const alert = z.object({ action: z.string(), dedupKey: z.string(), reason: z.string().nullable() }).loose();
const event = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    status: z.int(),
    reason: z.string().nullable(),
    isTest: z.boolean(),
    trace: z.object({ key: z.string(), signature: z.string(), replayOf: z.int().optional() }).nullable(),
    alerts: z.array(
      alert.extend({
        routing: z.string().nullable(),
        decision: z.string().nullable(),
        pages: z.array(z.object({ user: z.string(), channel: z.string(), state: z.string(), step: z.int() })),
      }),
    ),
    headers: z.record(z.string(), z.string()),
    body: z.string(),
    isCut: z.boolean(),
  })
  .openapi('ReceivedEvent');

endpoint(made, {
  method: 'get',
  path: '/{id}/events',
  summary: 'The last 50 events an integration was sent, refused ones too, each with what became of it and why',
  params: idInput,
  answer: pageOf(event),
  run: listEvents,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/events/{eventId}/replay',
  summary: 'Takes a kept event in once more, by the present mapping and rules',
  params: idInput.extend({ eventId: idField }),
  answer: z.object({ results: z.array(alert.partial({ reason: true })) }),
  run: replayEvent,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/try-mapping',
  summary: 'Reads a kept event with a mapping that need not be stored; takes nothing in',
  params: idInput,
  body: tryMappingInput,
  answer: z.object({ eventId: z.int(), alerts: z.array(alert) }),
  run: tryMapping,
});

export const { app: integrations } = made;
