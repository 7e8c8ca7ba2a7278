// P1, P2, P3, P6: how fast alerts are taken. The product runs as `npm start` runs it, and beside it a bare Hono route that
// parses the JSON body (H) in the same way; pairs are interleaved and the median of their ratios is kept. What wrangler's
// proxy costs weighs on both. Usage: node scripts/bench/intake.mjs [storm events]
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startTemporarily } from '../start/temporary.mjs';
import { startBare } from './bare/start.mjs';

const STORM = Number(process.argv[2] ?? 50_000);
const KEYS = 64;
const PAIRS = 5;
const BURST = 400;
const AT_ONCE = 64;
const PATIENCE_MS = 60_000;

const stateDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-bench-'));
const product = await startTemporarily({ STATE_DIR: stateDir });
const bare = await startBare();
const bareUrl = bare.url;
const { url, apiKey } = product.ready;

async function api(method, resource, body) {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(`${url}/api/v1/${resource}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${method} ${resource}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/**
 * Rows that the inboxes have added so far, as their files say: a counter of each table that only grows. Rows of `keys`
 * are written once for each message to an incident. The flow test of storms counts every row that is written.
 */
async function rowsWritten() {
  const { DatabaseSync } = await import('node:sqlite');
  const folder = path.join(stateDir, 'v3/do');
  const files = readdirSync(folder, { recursive: true }).filter((name) => /InboxDO.*\.sqlite$/.test(name));
  let rows = 0;
  for (const file of files) {
    const db = new DatabaseSync(path.join(folder, file), { readOnly: true });
    try {
      const counters = db.prepare('SELECT name, seq FROM sqlite_sequence').all();
      for (const { name, seq } of counters) rows += name === 'outbox' ? 2 * seq : seq;
    } catch {
      // The file of no inbox, or one that holds nothing yet.
    } finally {
      db.close();
    }
  }
  return rows;
}

const service = await api('POST', 'services', { name: 'Bench' });
const integration = await api('POST', 'integrations', { name: 'Bench', type: 'events', serviceId: service.id });
const intake = `${url}/api/integrations/events/${integration.key}`;
const bodyOf = (key) =>
  JSON.stringify({
    event_action: 'trigger',
    dedup_key: key,
    payload: { summary: `Disk of ${key} is almost full`, source: key, severity: 'critical' },
  });

/** Posts `count` bodies, `AT_ONCE` of them at a time; answers how many a second. */
async function post(address, count, keyOf, expected) {
  const began = performance.now();
  let next = 0;
  const worker = async () => {
    for (let i = next++; i < count; i = next++) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body: bodyOf(keyOf(i)) });
      await answer.arrayBuffer();
      if (answer.status !== expected) throw new Error(`${address}: ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count / ((performance.now() - began) / 1000);
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 1000) / 1000;
const open = (i) => `open-${i % KEYS}`;

/** The incidents that the API knows of the service. */
async function incidents() {
  let [count, cursor] = [0, ''];
  do {
    const page = await api('GET', `incidents?limit=100&serviceId=${service.id}${cursor ? `&cursor=${cursor}` : ''}`);
    count += page.data.length;
    cursor = page.nextCursor;
  } while (cursor);
  return count;
}

async function until(count) {
  const began = performance.now();
  while ((await incidents()) < count) {
    if (performance.now() - began > PATIENCE_MS) throw new Error(`not ${count} incidents after a minute`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return (performance.now() - began) / 1000;
}

try {
  await post(bareUrl, 1000, open, 200);
  await post(intake, KEYS, open, 202);
  await until(KEYS);
  await post(intake, 1000, open, 202);

  const repeats = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const least = await post(bareUrl, 2000, open, 200);
    repeats.push({ least, own: await post(intake, 2000, open, 202) });
  }
  const p1 = { ratio: round(median(repeats.map(({ least, own }) => own / least))), duplicatesPerSecond: 0 };
  p1.duplicatesPerSecond = Math.round(median(repeats.map(({ own }) => own)));
  console.log(`P1  open keys: ${p1.ratio} H (goal 0.15), ${p1.duplicatesPerSecond}/s (P3 asks for 24/s)`);

  const bursts = [];
  let opened = KEYS;
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const run = randomBytes(4).toString('hex');
    const least = await post(bareUrl, BURST, open, 200);
    const began = performance.now();
    const own = await post(intake, BURST, (i) => `new-${run}-${i}`, 202);
    opened += BURST;
    const waited = await until(opened);
    bursts.push({ least, own, waited, opened: BURST / ((performance.now() - began) / 1000) });
  }
  const p2 = {
    ratio: round(median(bursts.map(({ least, own }) => own / least))),
    openAfterSeconds: round(median(bursts.map(({ waited }) => waited))),
    incidentsPerSecond: round(median(bursts.map(({ opened: rate }) => rate))),
  };
  console.log(`P2  new keys: ${p2.ratio} H (goal 0.12); all ${BURST} open ${p2.openAfterSeconds} s later (goal 2)`);
  console.log(`P3  new incidents: ${p2.incidentsPerSecond}/s (goal 18), until the read model has them`);

  const before = await rowsWritten();
  const storm = await post(intake, STORM, open, 202);
  const written = (await rowsWritten()) - before;
  const p6 = { events: STORM, keys: KEYS, rowsAdded: written, share: round(written / STORM) };
  const more = (await incidents()) - opened;
  console.log(
    `P6  storm: ${written} rows added for ${STORM} events = ${(p6.share * 100).toFixed(2)} % (goal 5), ${Math.round(storm)}/s`,
  );
  if (more !== 0) throw new Error(`the storm opened ${more} incidents beside the ${KEYS}`);
  console.log(JSON.stringify({ p1, p2, p6 }));
} finally {
  bare.stop();
  await product.stop();
  rmSync(stateDir, { recursive: true, force: true });
}
