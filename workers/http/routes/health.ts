import { Hono } from 'hono';
import { readHealth } from '../../../db/repositories/health';
import { ping } from '../../../db/repositories/ping';
import { type HealthReport, healthOf, SAMPLES_KEPT_MS } from '../../../domain/health/health';
import { within } from '../../access/within';
import { sendersFor } from '../../senders/registry';
import type { AppEnv } from '../app-env';
import { contextOf } from '../context-of';

const PATIENCE_MS = 2_000;

/** Figures only: who may not sign in learns nothing of the organisation. */
const figuresOf = ({ sweep, unsent, alarms, queues, projection, providers, storage }: HealthReport, now: number) => ({
  lastSweepSeconds: sweep.lastAt === null ? null : Math.round((now - sweep.lastAt) / 1000),
  oldestUnsentPageSeconds: unsent.ageMs === null ? null : Math.round(unsent.ageMs / 1000),
  alarmLatenessMs: { p50: alarms.p50Ms, p99: alarms.p99Ms, count: alarms.count },
  queueFailures: queues.failures,
  projectionLagMs: projection.mostMs,
  providerErrors: providers.errors.reduce((sum, { count }) => sum + count, 0),
  storageFull: storage.times,
});

/**
 * `/healthz`: the Worker runs. `/readyz`: what it needs answers, an e-mail could leave (SEMANTICS 7), and the sweep has
 * not stopped. `?only=d1` is what a screen asks before it loads itself again.
 */
export const health = new Hono<AppEnv>()
  .get('/healthz', (c) => c.json({ status: 'ok' }))
  .get('/readyz', async (c) => {
    const { db, env, config } = contextOf(c);
    if (c.req.query('only') === 'd1') {
      const { answered } = await within(PATIENCE_MS, () => ping(db));
      return c.json({ status: answered ? 'ready' : 'not-ready', checks: { d1: answered } }, answered ? 200 : 503);
    }
    const now = Date.now();
    const [d1, facts, objects] = await Promise.all([
      within(PATIENCE_MS, () => ping(db)),
      within(PATIENCE_MS, () => readHealth(db, now - SAMPLES_KEPT_MS)),
      within(PATIENCE_MS, () => env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list({ limit: 1 })),
    ]);
    const report = facts.answered ? healthOf({ ...facts.value, now }) : null;
    const checks = {
      d1: d1.answered,
      durableObjects: objects.answered,
      email: sendersFor(env, config, 'email').length > 0,
      // Before the first one nobody knows; where D1 does not answer that is what is wrong.
      sweep: report?.sweep.level !== 'danger',
    };
    const isReady = Object.values(checks).every(Boolean);
    // A set-up that is wrong and not fatal: the other channels page.
    const subject = config.vapidSubject;
    const warnings = subject?.ok === false ? [`VAPID_SUBJECT ${subject.error}`] : [];
    const health = report && { level: report.level, ...figuresOf(report, now) };
    return c.json({ status: isReady ? 'ready' : 'not-ready', checks, health, warnings }, isReady ? 200 : 503);
  });
