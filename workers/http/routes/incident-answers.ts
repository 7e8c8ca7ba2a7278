import { z } from '@hono/zod-openapi';
import { INCIDENT_STATUSES, PRIORITIES, URGENCIES, VISIBILITIES } from '../../../domain/incident/incident';
import { TIMELINE_KINDS } from '../../../domain/incident/timeline';
import { CHANNELS } from '../../../domain/notification/channels';
import { INTENTS } from '../../../domain/notification/content';
import { DELIVERY_STATES, NOTIFICATION_STATES } from '../../../domain/notification/state';

// What the routes of incidents answer, for the description. Instants are ISO 8601 in UTC.

const instant = z.iso.datetime();
const actor = z.object({
  kind: z.string(),
  id: z.string().optional(),
  name: z.string(),
  via: z.string().optional(),
});

export const incidentAnswer = z
  .object({
    id: z.string(),
    number: z.int().nullable(),
    status: z.enum(INCIDENT_STATUSES),
    urgency: z.enum(URGENCIES),
    priority: z.enum(PRIORITIES).nullable(),
    visibility: z.enum(VISIBILITIES),
    title: z.string(),
    serviceId: z.string(),
    serviceName: z.string(),
    assignee: z.object({ kind: z.enum(['USER', 'TEAM']), id: z.string(), name: z.string() }).nullable(),
    dedupKey: z.string(),
    alertCount: z.int(),
    openedAt: instant,
    acknowledgedAt: instant.nullable(),
    resolvedAt: instant.nullable(),
    snoozedUntil: instant.nullable(),
    lastEventAt: instant,
    escalation: z.object({ step: z.int(), cycle: z.int(), nextAt: instant.nullable() }),
    nobodyPaged: z.boolean(),
    mergedInto: z.object({ id: z.string(), number: z.int().nullable() }).nullable(),
  })
  .openapi('Incident');

export const actedAnswer = incidentAnswer.extend({ changed: z.boolean() }).openapi('IncidentAfterVerb');

export const timelineAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      seq: z.int(),
      at: instant,
      kind: z.enum(TIMELINE_KINDS),
      actor,
      origin: z.string(),
      detail: z.record(z.string(), z.unknown()),
    }),
  ),
});

const delivery = z.object({
  id: z.string(),
  attempt: z.int(),
  provider: z.string().nullable(),
  state: z.enum(DELIVERY_STATES),
  at: instant,
  settledAt: instant.nullable(),
  providerId: z.string().nullable(),
  error: z.string().nullable(),
});

export const notificationsAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      userId: z.string(),
      userName: z.string(),
      channel: z.enum(CHANNELS),
      intent: z.enum(INTENTS),
      state: z.enum(NOTIFICATION_STATES),
      reason: z.string().nullable(),
      step: z.int(),
      cycle: z.int(),
      createdAt: instant,
      updatedAt: instant,
      deliveries: z.array(delivery),
    }),
  ),
});

export const noteAnswer = z.object({
  id: z.string(),
  author: actor,
  body: z.string(),
  createdAt: instant,
  editedAt: instant.nullable(),
});

export const bulkAnswer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      incident: incidentAnswer.optional(),
      changed: z.boolean().optional(),
      error: z.object({ code: z.string(), message: z.string() }).optional(),
    }),
  ),
});
