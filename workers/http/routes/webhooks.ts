import { z } from '@hono/zod-openapi';
import { idInput } from '../../../domain/shared/input';
import { pageInput } from '../../../domain/shared/page';
import { WEBHOOK_DELIVERY_STATES } from '../../../domain/webhook/delivery';
import { EVENT_TYPES } from '../../../domain/webhook/event';
import { createWebhookInput, deliveryInput, updateWebhookInput } from '../../../domain/webhook/input';
import { WEBHOOK_FORMATS } from '../../../domain/webhook/webhook';
import { createWebhook } from '../../operations/webhook/create';
import { webhookDeliveries } from '../../operations/webhook/deliveries';
import { getWebhook } from '../../operations/webhook/get';
import { listWebhooks } from '../../operations/webhook/list';
import { redeliverWebhook } from '../../operations/webhook/redeliver';
import { removeWebhook } from '../../operations/webhook/remove';
import { rotateWebhook } from '../../operations/webhook/rotate';
import { sendWebhookTest } from '../../operations/webhook/send-test';
import { updateWebhook } from '../../operations/webhook/update';
import { endpoint } from '../endpoint';
import { pageOf, resource, stored } from '../resource-app';

const instant = z.iso.datetime();
const fields = {
  name: z.string(),
  format: z.enum(WEBHOOK_FORMATS),
  /** The address itself is never shown again. */
  host: z.string(),
  events: z.array(z.enum(EVENT_TYPES)),
  serviceIds: z.array(z.string()),
  enabled: z.boolean(),
  disabledReason: z.string().nullable(),
  previousSecretEndsAt: instant.nullable(),
};
const withSecret = stored('WebhookWithSecret', { ...fields, secret: z.string().nullable() });

const delivery = stored('WebhookDelivery', {
  webhookId: z.string(),
  eventId: z.string(),
  eventType: z.string(),
  incidentId: z.string().nullable(),
  state: z.enum(WEBHOOK_DELIVERY_STATES),
  attempts: z.int(),
  status: z.int().nullable(),
  error: z.string().nullable(),
  latencyMs: z.int().nullable(),
  nextAt: instant.nullable(),
  history: z.array(
    z.object({
      attempt: z.int(),
      status: z.int().nullable(),
      error: z.string().nullable(),
      latencyMs: z.int(),
      at: instant,
    }),
  ),
});

const made = resource({
  tag: 'webhooks',
  noun: 'webhook',
  answer: stored('Webhook', fields),
  list: { run: listWebhooks },
  get: getWebhook,
  create: { body: createWebhookInput, answer: withSecret, run: createWebhook },
  update: { body: updateWebhookInput, run: updateWebhook },
  remove: removeWebhook,
});

endpoint(made, {
  method: 'post',
  path: '/{id}/rotate',
  summary: 'Gives a webhook a new secret; the old one signs beside it for 24 hours',
  params: idInput,
  answer: withSecret,
  run: rotateWebhook,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/test',
  summary: 'Sends a test event; what became of it stands in the deliveries',
  params: idInput,
  answer: delivery,
  run: sendWebhookTest,
});
endpoint(made, {
  method: 'get',
  path: '/{id}/deliveries',
  summary: 'The delivery log, newest first, with every attempt; kept for 30 days',
  params: idInput,
  query: pageInput,
  answer: pageOf(delivery),
  run: webhookDeliveries,
});
endpoint(made, {
  method: 'post',
  path: '/{id}/deliveries/{deliveryId}/redeliver',
  summary: 'Sends a delivery again, with the same webhook-id and body',
  params: deliveryInput,
  answer: delivery,
  run: redeliverWebhook,
});

export const { app: webhooks } = made;
