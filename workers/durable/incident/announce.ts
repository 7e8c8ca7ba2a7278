import { runBatch } from '../../../db/repositories/batch';
import { insertWatcherNews, isWatched, watchFromOpening } from '../../../db/repositories/watchers';
import { insertWebhookEvent } from '../../../db/repositories/webhook-deliveries';
import { enabledWebhooks } from '../../../db/repositories/webhooks';
import type { Effect } from '../../../domain/escalation/change';
import type { IncidentAnnouncement } from '../../../domain/incident/announcement';
import type { Listeners } from '../../../domain/incident/projection';
import { newDelivery } from '../../../domain/webhook/delivery';
import { wants } from '../../../domain/webhook/webhook';
import { databaseOf } from '../../database';
import type { Env } from '../../env';
import { enqueue } from '../../queues/send';
import { addNews, withholdNews } from './channel-post';
import type { Stored } from './store';

/**
 * Tells the webhooks: the event and one delivery for each that wants it stand in D1 before anything is sent, so that
 * every wait is a row. Throws while D1 is away; the effect then stays in the incident's object and is tried again.
 */
async function announceToWebhooks(env: Env, event: IncidentAnnouncement): Promise<void> {
  const db = databaseOf(env);
  const webhooks = (await enabledWebhooks(db)).filter((webhook) => wants(webhook, event));
  if (webhooks.length === 0) return;
  const now = Date.now();
  const deliveries = webhooks.map(({ id }) => newDelivery(id, event, now));
  await runBatch(db, insertWebhookEvent(db, event, deliveries));
  const sends = await Promise.allSettled(deliveries.map(({ id }) => enqueue(env, { kind: 'webhook', deliveryId: id })));
  const failed = sends.filter(({ status }) => status === 'rejected').length;
  if (failed > 0) console.warn(`${failed} webhook deliveries of ${event.incident.id} wait for the sweep`);
}

/**
 * What the watchers are to be told stands in D1 before anything is made of it. Throws while D1 is away; the effect then
 * stays in the incident's object and is tried again.
 */
async function announceToWatchers(env: Env, event: IncidentAnnouncement, paged: string[]): Promise<void> {
  const db = databaseOf(env);
  const { id: incidentId, serviceId } = event.incident;
  if (!(await isWatched(db, incidentId, serviceId))) return;
  const now = Date.now();
  await runBatch(db, [
    ...(event.kind === 'opened' ? [watchFromOpening(db, incidentId, serviceId, now)] : []),
    insertWatcherNews(db, { id: event.id, event, paged }, now),
  ]);
  try {
    await enqueue(env, { kind: 'watcher-news', announcementId: event.id });
  } catch (error) {
    console.warn(`news of ${incidentId} for its watchers wait for the sweep: ${String(error)}`);
  }
}

/** The post in the service's channel is made from the object itself, so it needs no D1. */
async function announceToSlack(sql: SqlStorage, env: Env, event: IncidentAnnouncement, channel: string): Promise<void> {
  if (event.incident.visibility === 'PRIVATE' && !withholdNews(sql)) return;
  addNews(sql, event, channel, Date.now());
  await enqueue(env, { kind: 'channel-post', incidentId: event.incident.id, channel: 'slack' });
}

/**
 * Hands an announcement to its outlet. Webhooks and watchers need D1, which also gives the incident its number, so they
 * wait for that: `later` (docs/decisions/006). `listeners`: what it has just said of who hears of the incident; null
 * where that was longer ago. Repeating one does nothing that was done. Throws while D1 is away.
 */
export async function announce(
  sql: SqlStorage,
  env: Env,
  { outlet, event }: Extract<Effect, { kind: 'announce' }>,
  { state: { number, paged }, plan: { slack } }: Stored,
  listeners: Listeners | null,
): Promise<'done' | 'later'> {
  switch (outlet) {
    case 'webhooks':
      if (number === null) return 'later';
      if (listeners?.webhooks !== false)
        await announceToWebhooks(env, { ...event, incident: { ...event.incident, number } });
      return 'done';
    case 'watchers':
      if (number === null) return 'later';
      if (listeners?.watchers !== false)
        await announceToWatchers(env, { ...event, incident: { ...event.incident, number } }, Object.keys(paged));
      return 'done';
    case 'slack':
      if (slack?.channel) await announceToSlack(sql, env, event, slack.channel);
      return 'done';
  }
}
