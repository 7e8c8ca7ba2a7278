// P1, P2, P3, P6: how fast alerts are taken. The product runs in workerd, and beside it a bare Hono route that parses the
// JSON body (H) in the same way; pairs are interleaved, and the median of their ratios is kept.
// Usage: node scripts/bench/intake.mjs [storm events] [pairs]
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { authorised, startProductInWorkerd } from '../workerd/product.mjs';
import { startBare } from './support/bare.mjs';
import { answered, median, post, round } from './support/measure.mjs';

const STORM = Number(process.argv[2] ?? 50_000);
const KEYS = 64;
const PAIRS = Number(process.argv[3] ?? 5);
const BURST = 400;
const AT_ONCE = 64;
const PATIENCE_MS = 120_000;

const product = await startProductInWorkerd({}, path.join(import.meta.dirname, 'support/counting.mjs'));
const bare = await startBare();
const { url, apiKey, create } = product;

const get = async (resource) => JSON.parse((await answered(`${url}/${resource}`, authorised(apiKey))).text);
const service = await create('services', { name: 'Bench' });
const integration = await create('integrations', { name: 'Bench', type: 'events', serviceId: service.id });
const intake = `${url}/api/integrations/events/${integration.key}`;

const open = (i) => `open-${i % KEYS}`;
const least = (count) => post(bare.url, { count, keyOf: open, expected: 200, atOnce: AT_ONCE });
const own = (count, keyOf) => post(intake, { count, keyOf, expected: 202, atOnce: AT_ONCE });
const rowsSoFar = async () => (await get(`bench/rows?inbox=${integration.key.slice(0, 10)}`)).rows;

/** The incidents that the read model knows of the service. */
const incidents = async () => (await get(`bench/incidents?service=${service.id}`)).count;

/** Seconds until the read model has so many. */
async function until(count) {
  const began = performance.now();
  while ((await incidents()) < count) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`not ${count} incidents after two minutes`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return (performance.now() - began) / 1000;
}

async function openKeys() {
  const pairs = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const h = await least(4000);
    pairs.push({ h, own: await own(4000, open) });
  }
  return {
    ratio: round(median(pairs.map((pair) => pair.own / pair.h))),
    perSecond: Math.round(median(pairs.map((pair) => pair.own))),
    barePerSecond: Math.round(median(pairs.map((pair) => pair.h))),
  };
}

async function newKeys(known) {
  const pairs = [];
  let opened = known;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const run = randomBytes(4).toString('hex');
    const h = await least(BURST);
    const began = performance.now();
    const rate = await own(BURST, (i) => `new-${run}-${i}`);
    opened += BURST;
    const waited = await until(opened);
    pairs.push({ h, rate, waited, incidents: BURST / ((performance.now() - began) / 1000) });
  }
  return {
    opened,
    ratio: round(median(pairs.map(({ rate, h }) => rate / h))),
    openAfterSeconds: round(median(pairs.map(({ waited }) => waited))),
    incidentsPerSecond: round(median(pairs.map(({ incidents: each }) => each))),
  };
}

try {
  await least(2000);
  await own(KEYS, open);
  await until(KEYS);
  await own(2000, open);

  const p1 = await openKeys();
  console.log(`P1  open keys: ${p1.ratio} H (goal 0.15), ${p1.perSecond}/s where H makes ${p1.barePerSecond}/s`);
  console.log(`P3  duplicates: ${p1.perSecond}/s (goal 24/s)`);
  const { opened, ...p2 } = await newKeys(KEYS);
  console.log(
    `P2  new keys: ${p2.ratio} H (goal 0.12); all ${BURST} stand in the read model ${p2.openAfterSeconds} s later (goal 2)`,
  );
  console.log(`P3  new incidents: ${p2.incidentsPerSecond}/s until the read model has them (goal 18/s)`);

  const before = await rowsSoFar();
  const storm = await own(STORM, open);
  // What was kept is handed on within a minute: that is paid for as well.
  await new Promise((resolve) => setTimeout(resolve, 62_000));
  const rows = (await rowsSoFar()) - before;
  const p6 = { events: STORM, keys: KEYS, rows, share: round(rows / STORM), perSecond: Math.round(storm) };
  const share = (p6.share * 100).toFixed(1);
  console.log(`P6  storm: ${rows} rows for ${STORM} events on ${KEYS} keys = ${share} % (goal 5), ${p6.perSecond}/s`);
  const more = (await incidents()) - opened;
  if (more !== 0) throw new Error(`the storm opened ${more} incidents beside the ${KEYS}`);
  console.log(JSON.stringify({ p1, p2, p6 }));
} catch (error) {
  console.error(product.log().slice(-2_000));
  throw error;
} finally {
  await bare.stop();
  await product.stop();
}
