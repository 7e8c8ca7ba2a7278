// P5: how late escalation steps fire. So many incidents are opened over a minute, each with a step that falls due some
// time after the last one was opened; the lateness of a step is the time of its line in the logbook less the time it was
// due at. Usage: node scripts/bench/escalation.mjs [timers]
import { setTimeout as sleep } from 'node:timers/promises';
import { authorised, startProductInWorkerd } from '../workerd/product.mjs';
import { answered, percentile, round, sendEvent } from './support/measure.mjs';

const TIMERS = Number(process.argv[2] ?? 1_000);
const OVER_MS = 60_000;
const DELAY_SECONDS = OVER_MS / 1000 + 15;

const product = await startProductInWorkerd();
const { url, apiKey, create, person } = product;
const get = async (resource) => JSON.parse((await answered(`${url}/api/v1/${resource}`, authorised(apiKey))).text);

async function openAll(intake) {
  const began = performance.now();
  const opened = [];
  for (let i = 0; i < TIMERS; i += 1) {
    await sleep(Math.max(0, began + (i * OVER_MS) / TIMERS - performance.now()));
    opened.push(sendEvent(intake, `timer-${i}`).then(({ text }) => JSON.parse(text)));
  }
  return (await Promise.all(opened)).map(({ results }) => results[0].incident.id);
}

try {
  const { id } = await person('late');
  const steps = [{ delaySeconds: DELAY_SECONDS, targets: [{ kind: 'USER', id }] }];
  const policy = await create('escalation-policies', { name: 'Bench', steps });
  const service = await create('services', { name: 'Bench', escalationPolicyId: policy.id });
  const integration = await create('integrations', { name: 'Bench', type: 'events', serviceId: service.id });
  const ids = await openAll(`${url}/api/integrations/events/${integration.key}`);
  await sleep((DELAY_SECONDS + 5) * 1000);
  const late = [];
  for (const incident of ids) {
    const { data } = await get(`incidents/${incident}/timeline`);
    const at = (kind) => Date.parse(data.find((entry) => entry.kind === kind)?.at);
    late.push(at('step-fired') - at('opened') - DELAY_SECONDS * 1000);
  }
  const missing = late.filter(Number.isNaN).length;
  const figures = {
    timers: TIMERS,
    missing,
    p50: percentile(late, 0.5),
    p99: percentile(late, 0.99),
    most: round(Math.max(...late)),
  };
  console.log(
    `P5  lateness of ${TIMERS} steps over a minute: p50 ${figures.p50} ms, p99 ${figures.p99} ms (goal 50), most ${figures.most} ms`,
  );
  if (missing > 0) throw new Error(`${missing} steps have not fired`);
  console.log(JSON.stringify(figures));
} finally {
  await product.stop();
}
