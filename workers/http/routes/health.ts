import { Hono } from 'hono';
import { ping } from '../../../db/repositories/ping';
import { within } from '../../access/within';
import { sendersFor } from '../../senders/registry';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';

const PATIENCE_MS = 2_000;

/** `/healthz`: the Worker runs. `/readyz`: what it needs answers, and an e-mail could leave (SEMANTICS 7). */
export const health = new Hono<AppEnv>()
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/readyz', async (c) => {
    const { db, env, config } = contextOf(c);
    const [d1, objects] = await Promise.all([
      within(PATIENCE_MS, () => ping(db)),
      within(PATIENCE_MS, () => env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list({ limit: 1 })),
    ]);
    const checks = {
      d1: d1.answered,
      durableObjects: objects.answered,
      email: sendersFor(env, config, 'email').length > 0,
    };
    const isReady = Object.values(checks).every(Boolean);
    // A set-up that is wrong and not fatal: the other channels page.
    const subject = config.vapidSubject;
    const warnings = subject?.ok === false ? [`VAPID_SUBJECT ${subject.error}`] : [];
    return c.json({ status: isReady ? 'ready' : 'not-ready', checks, warnings }, isReady ? 200 : 503);
  });
