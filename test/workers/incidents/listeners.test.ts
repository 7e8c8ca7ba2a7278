import { env } from 'cloudflare:test';
import { expect, it } from 'vitest';
import { makeDb } from '../../../db/client';
import { project } from '../../../db/repositories/projection';
import { incidentWatchers } from '../../../db/schema';
import type { Projection } from '../../../domain/incident/projection';
import { createStatusPageInput } from '../../../domain/status-page/input';
import { createWebhookInput } from '../../../domain/webhook/input';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { createWebhook } from '../../../workers/operations/webhook/create';
import { updateWebhook } from '../../../workers/operations/webhook/update';
import { adminContext, aService, aUser, settle, taken } from '../config/support';

const db = makeDb(env.DB);

const incidentOf = (serviceId: string): Projection['incident'] => ({
  ...{ id: 'inc_listened', number: null, seq: 1, status: 'OPEN', urgency: 'HIGH', priority: null },
  ...{ visibility: 'PUBLIC', title: 'Disk full', serviceId, serviceName: 'Mole', assignee: null, dedupKey: 'disk' },
  ...{ alertCount: 0, openedAt: 1, acknowledgedAt: null, resolvedAt: null, snoozedUntil: null, lastEventAt: 1 },
  ...{ escalation: { step: 0, cycle: 1, nextAt: null }, nobodyPaged: false, mergedInto: null, description: null },
  ...{ teamId: null, inbox: 'inbox', nextWakeAt: null, ackDueAt: null, resolveDueAt: null, firstAcknowledgedAt: null },
  ...{ firstResolvedAt: null, createdBy: null },
});

it('tells with the number who hears of the incident: a webhook that is on, a watcher, a status page', async () => {
  const context = adminContext({ now: Date.now() });
  const [service, ana] = [await aService(context), await aUser(context)];
  const children = { alerts: [], goneAlerts: [], timeline: [], notifications: [], deliveries: [] };
  const projected = () => project(db, { incident: incidentOf(service.id), ...children });
  const nobody = { webhooks: false, watchers: false, statusPages: false };

  const first = await projected();
  expect(first).toEqual({ number: 1001, listeners: nobody });

  const webhook = taken(
    await createWebhook(context, createWebhookInput.parse({ name: 'Ops', url: 'https://hooks.example.com/in' })),
  );
  expect(await projected()).toEqual({ number: 1001, listeners: { ...nobody, webhooks: true } });
  taken(await updateWebhook(context, { id: webhook.id, enabled: false }));

  await db
    .insert(incidentWatchers)
    .values({ incidentId: 'inc_listened', userId: ana.id, role: 'FOLLOWER', addedAt: 1 });
  expect(await projected()).toEqual({ number: 1001, listeners: { ...nobody, watchers: true } });
  await db.delete(incidentWatchers);

  const components = [{ name: 'Boats', serviceIds: [service.id] }];
  taken(await createStatusPage(context, createStatusPageInput.parse({ name: 'Mole', slug: 'mole', components })));
  await settle();
  expect(await projected()).toEqual({ number: 1001, listeners: { ...nobody, statusPages: true } });
});
