// P4: from a webhook to the message at the sender. The product runs in workerd itself, since the proxy of `wrangler dev`
// would take most of the time; the mail provider is a server here that notes when each request has come.
// Usage: node scripts/bench/latency.mjs [count]
import http from 'node:http';
import { startProductInWorkerd } from '../workerd/product.mjs';
import { eventOf, percentile, round } from './support/measure.mjs';

const count = Number(process.argv[2] ?? 200);
const WARM_UP = 20;
const PATIENCE_MS = 30_000;

const waiting = new Map();
const provider = http.createServer((request, response) => {
  const at = performance.now();
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"id":"bench"}');
    const [, key] = /bench-(\d+)-end/.exec(Buffer.concat(chunks).toString()) ?? [];
    waiting.get(key)?.(at);
    waiting.delete(key);
  });
});
await new Promise((resolve) => provider.listen(0, '127.0.0.1', resolve));

const product = await startProductInWorkerd({
  EMAIL_PROVIDERS: 'resend',
  RESEND_API_KEY: 're_bench',
  RESEND_BASE_URL: `http://127.0.0.1:${provider.address().port}`,
});
const { url, create, person } = product;

const user = await person('bench');
const steps = [{ delaySeconds: 0, targets: [{ kind: 'USER', id: user.id }] }];
const policy = await create('escalation-policies', { name: 'Bench', steps });
const service = await create('services', { name: 'Bench', escalationPolicyId: policy.id });
const integration = await create('integrations', { name: 'Bench', type: 'events', serviceId: service.id });

/** One alert; the milliseconds from sending it until its mail stands at the provider. */
async function once(i) {
  const arrived = new Promise((resolve, reject) => {
    waiting.set(String(i), resolve);
    setTimeout(() => reject(new Error(`no mail for alert ${i}`)), PATIENCE_MS).unref();
  });
  const began = performance.now();
  const answer = await fetch(`${url}/api/integrations/events/${integration.key}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: eventOf(`bench-${i}-end`),
  });
  if (answer.status !== 202) throw new Error(`webhook: ${answer.status}`);
  const accepted = performance.now() - began;
  return { sent: (await arrived) - began, accepted };
}

/** A bare request to the product and back, to tell its part from the machine's. */
async function floor() {
  const began = performance.now();
  await (await fetch(`${url}/healthz`)).text();
  return performance.now() - began;
}

try {
  for (let i = 0; i < WARM_UP; i += 1) await once(i);
  const runs = [];
  const floors = [];
  for (let i = WARM_UP; i < WARM_UP + count; i += 1) {
    floors.push(await floor());
    runs.push(await once(i));
  }
  const rows = {
    'webhook → sender': runs.map(({ sent }) => sent),
    'webhook → 202': runs.map(({ accepted }) => accepted),
    'GET /healthz (floor)': floors,
  };
  const figures = { count };
  for (const [name, values] of Object.entries(rows)) {
    const p50 = round(percentile(values, 0.5));
    const p99 = round(percentile(values, 0.99));
    console.log(`${name.padEnd(24)} p50 ${String(p50).padStart(7)} ms   p99 ${String(p99).padStart(7)} ms`);
    figures[name] = { p50, p99 };
  }
  const ratio = round(figures['webhook → sender'].p50 / figures['GET /healthz (floor)'].p50);
  console.log(`P4 asks for p50 ≤ 20 ms and p99 ≤ 100 ms; p50 is ${ratio} × the floor.`);
  console.log(JSON.stringify({ ...figures, ratio }));
} finally {
  await product.stop();
  provider.close();
}
