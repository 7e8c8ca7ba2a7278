import * as z from 'zod';
import { idField, nameField } from '../shared/input';
import { EVENT_TYPES } from './event';
import { WEBHOOK_FORMATS } from './webhook';

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** Where it may lead is judged by `readWebhookTarget`, which knows whether this is a test. */
const urlField = z.string().trim().min(1, 'Give the address to post to').max(2000);

const fields = {
  name: nameField,
  url: urlField,
  format: z.enum(WEBHOOK_FORMATS),
  events: z.array(z.enum(EVENT_TYPES)).min(1, 'Choose an event').max(100).transform(unique),
  serviceIds: z.array(idField).max(200).transform(unique),
  enabled: z.boolean(),
};

/** All events of all services, signed, unless said otherwise. */
export const createWebhookInput = z.object({
  ...fields,
  format: fields.format.default('standard'),
  events: fields.events.default([...EVENT_TYPES]),
  serviceIds: fields.serviceIds.default([]),
  enabled: fields.enabled.default(true),
});

/** The format stays: the address belongs to it. */
export const updateWebhookInput = z
  .object({
    name: fields.name,
    url: fields.url,
    events: fields.events,
    serviceIds: fields.serviceIds,
    enabled: fields.enabled,
  })
  .partial();

export type CreateWebhookInput = z.output<typeof createWebhookInput>;
export type UpdateWebhookInput = z.output<typeof updateWebhookInput>;

export const deliveryInput = z.object({ id: idField, deliveryId: idField });
export type DeliveryInput = z.output<typeof deliveryInput>;
