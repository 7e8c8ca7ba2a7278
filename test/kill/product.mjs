// The product as the test of crashes meets it: two people, one policy of two steps, one integration.
import { setTimeout as sleep } from 'node:timers/promises';
import { authorised, startProductInWorkerd } from '../../scripts/workerd/product.mjs';

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
 * Answers `{ api, send, crash, downtimes, stepTwoMs, log, stop }`; `downtimes` are `{ from, until }` in milliseconds,
 * until the first request was answered again.
 */
export async function startForKilling(mailUrl) {
  const product = await startProductInWorkerd({
    EMAIL_PROVIDERS: 'resend',
    RESEND_API_KEY: 're_kill',
    RESEND_BASE_URL: mailUrl,
  });
  const { url, apiKey, create, person } = product;
  const people = [await person('first'), await person('second')];
  const steps = people.map(({ id }, i) => ({
    delaySeconds: i * STEP_TWO_SECONDS,
    targets: [{ kind: 'USER', id }],
  }));
  const policy = await create('escalation-policies', { name: 'Kill', steps });
  const service = await create('services', { name: 'Kill', escalationPolicyId: policy.id });
  const integration = await create('integrations', { name: 'Kill', type: 'events', serviceId: service.id });
  const intake = `${url}/api/integrations/events/${integration.key}`;
  const downtimes = [];

  return {
    stepTwoMs: STEP_TWO_SECONDS * 1000,
    downtimes,
    log: product.log,
    stop: product.stop,
    api: (resource, body) => untilAnswered(`${url}/api/v1/${resource}`, authorised(apiKey, body)),
    send: (action, key) => {
      const event = { event_action: action, dedup_key: key, payload: { summary: key, severity: 'critical' } };
      const headers = { 'content-type': 'application/json' };
      return untilAnswered(intake, { method: 'POST', headers, body: JSON.stringify(event) });
    },
    async crash() {
      const from = Date.now();
      await product.crash();
      await untilAnswered(`${url}/healthz`);
      downtimes.push({ from, until: Date.now() });
      // As `npm start` does after each start; later ticks come each minute.
      void fetch(`${url}${TICK}`).catch(() => {});
    },
  };
}
