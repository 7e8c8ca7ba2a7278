// The product in workerd, to be killed and started again on the same state.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../../scripts/start/temporary.mjs';
import { bundleWorker } from '../../scripts/workerd/bundle.mjs';
import { startWorkerd } from '../../scripts/workerd/start.mjs';

const SETUP_TOKEN = 'kill-test';
/** Whoever has one is no longer only invited, and is paged. */
const PASSWORD = 'a long enough password';
const STEP_TWO_SECONDS = 4;
const TICK = '/cdn-cgi/local/scheduled?cron=*+*+*+*+*';

/** A request as any careful tool makes it: tried again until it is answered, whatever happens to the other side. */
export async function untilAnswered(url, init = {}) {
  for (;;) {
    try {
      const answer = await fetch(url, { ...init, signal: AbortSignal.timeout(10_000) });
      const text = await answer.text();
      if (answer.status < 500) return { status: answer.status, body: text ? JSON.parse(text) : {} };
    } catch {
      // Not there, or killed before it had answered.
    }
    await sleep(100);
  }
}

/**
 * Answers `{ api, send, crash, downtimes, log, stop }`. `crash` kills the whole process group and starts it anew;
 * `downtimes` are `{ from, until }` in milliseconds, until the first request was answered again.
 */
export async function startForKilling(mailUrl) {
  const bundle = await bundleWorker();
  const stateDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-kill-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const variables = {
    APP_URL: url,
    APP_SECRETS: `v1:${Buffer.alloc(32, 7).toString('base64')}`,
    SETUP_TOKEN,
    MAIL_FROM: 'pager@example.test',
    EMAIL_PROVIDERS: 'resend',
    RESEND_API_KEY: 're_kill',
    RESEND_BASE_URL: mailUrl,
  };
  const begin = (more = {}) => startWorkerd({ bundle, stateDir, port, variables, ...more });
  let running = await begin({ migrate: true });
  const downtimes = [];
  const tick = () => untilAnswered(`${url}${TICK}`).catch(() => {});

  const authorised = (token, body) => ({
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const { body: demo } = await untilAnswered(`${url}/api/setup/demo`, authorised(SETUP_TOKEN, {}));
  const api = (resource, body) => untilAnswered(`${url}/api/v1/${resource}`, authorised(demo.apiKey, body));
  const create = async (resource, body) => {
    const { status, body: made } = await api(resource, body);
    if (status !== 201) throw new Error(`POST ${resource}: ${status} ${JSON.stringify(made)}`);
    return made;
  };

  const people = [];
  for (const name of ['first', 'second'])
    people.push(
      await create('users', {
        name,
        email: `${name}@example.test`,
        role: 'RESPONDER',
        timezone: 'UTC',
        password: PASSWORD,
      }),
    );
  const steps = people.map(({ id }, i) => ({
    delaySeconds: i * STEP_TWO_SECONDS,
    targets: [{ kind: 'USER', id }],
  }));
  const policy = await create('escalation-policies', { name: 'Kill', steps });
  const service = await create('services', { name: 'Kill', escalationPolicyId: policy.id });
  const integration = await create('integrations', { name: 'Kill', type: 'events', serviceId: service.id });
  const intake = `${url}/api/integrations/events/${integration.key}`;

  return {
    api,
    stepTwoMs: STEP_TWO_SECONDS * 1000,
    downtimes,
    log: () => running.log(),
    send: (action, key) => {
      const event = { event_action: action, dedup_key: key, payload: { summary: key, severity: 'critical' } };
      const headers = { 'content-type': 'application/json' };
      return untilAnswered(intake, { method: 'POST', headers, body: JSON.stringify(event) });
    },
    async crash() {
      const from = Date.now();
      await running.kill();
      running = await begin();
      await untilAnswered(`${url}/healthz`);
      downtimes.push({ from, until: Date.now() });
      // As `npm start` does after each start; later ticks come each minute.
      void tick();
    },
    async stop() {
      await running.stop();
      for (const folder of [bundle, stateDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
