// P13: pages cost what they show, not what is stored. The product once with 1,000 past incidents and once with 100,000 of
// the same density (11 a day), each page asked for over and over; then 100,000 within 400 days, for the time alone.
// Usage: node scripts/bench/history.mjs [many] [rounds]. With HISTORY_DIR the three states are kept there, and taken from
// there the next time: making 100,000 incidents and counting them takes longer than measuring.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseIn, generateHistory } from '../generate-history.mjs';
import { startTemporarily } from '../start/temporary.mjs';

const many = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 15);
const FEW = 1_000;
const A_DAY = 11;
const TICK = '/cdn-cgi/handler/scheduled?cron=*+*+*+*+*';

const kept = process.env.HISTORY_DIR;

/** What people open, signed in. */
const SCREENS = [
  '/',
  '/incidents',
  '/incidents?status=any',
  '/incidents?status=any&service=svc_demo_checkout',
  '/search?q=checkout',
  '/analytics?days=30',
  '/analytics/services/svc_demo_search?days=30',
  '/analytics/teams/team_demo_payments?days=30',
  '/analytics/people/usr_demo_kenji?days=30',
  '/analytics/load?days=30',
  '/analytics/noise?days=30',
  '/services',
  '/status/demo',
];

const PATHS = [
  '/api/v1/incidents?limit=100',
  '/api/v1/incidents?limit=100&serviceId=svc_demo_checkout',
  '/api/v1/analytics?days=30',
  '/api/v1/analytics?days=90',
  '/api/v1/analytics/noise?days=30',
  '/api/v1/analytics/incidents?days=30&cohort=escalated&limit=50',
  '/api/v1/analytics/compliance',
];

const dueIn = (stateDir) => {
  const db = new DatabaseSync(databaseIn(stateDir), { readOnly: true });
  const { n } = db.prepare('SELECT count(*) AS n FROM facts_due').get();
  db.close();
  return n;
};

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

async function signIn({ url, email, password }) {
  const answer = await fetch(`${url}/login`, {
    method: 'POST',
    body: new URLSearchParams({ email, password, next: '/' }),
    headers: { origin: url },
    redirect: 'manual',
  });
  if (answer.status !== 302) throw new Error(`Signing in answered ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

/** The median time of each path, and of a sweep, in milliseconds. */
async function measure(name, count, days) {
  const stateDir = kept ? path.join(kept, name) : mkdtempSync(path.join(os.tmpdir(), 'opsknight-bench-'));
  try {
    if (!kept || !existsSync(stateDir)) {
      mkdirSync(stateDir, { recursive: true });
      const empty = await startTemporarily({ STATE_DIR: stateDir });
      await empty.stop();
      await generateHistory(stateDir, count, days);
    }
    const product = await startTemporarily({ STATE_DIR: stateDir });
    try {
      const { url, apiKey } = product.ready;
      const cookie = await signIn(product.ready);
      const get = async (address, headers = {}) => {
        const began = performance.now();
        const answer = await fetch(`${url}${address}`, { headers });
        await answer.arrayBuffer();
        if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
        return performance.now() - began;
      };
      while (dueIn(stateDir) > 0) await get(TICK);
      const times = { sweep: [] };
      for (let i = 0; i < rounds; i += 1) {
        for (const address of PATHS) {
          times[address] ??= [];
          times[address].push(await get(address, { authorization: `Bearer ${apiKey}` }));
        }
        for (const address of SCREENS) {
          times[`${address} (screen)`] ??= [];
          times[`${address} (screen)`].push(await get(address, { cookie }));
        }
        times.sweep.push(await get(TICK));
      }
      return Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)]));
    } finally {
      await product.stop();
    }
  } finally {
    if (!kept) rmSync(stateDir, { recursive: true, force: true });
  }
}

const few = await measure('few', FEW, FEW / A_DAY);
const lots = await measure('lots', many, many / A_DAY);
const dense = await measure('dense', many, 400);
const round = (value) => Math.round(value * 100) / 100;
const figures = { few: FEW, many, rounds, ratios: {}, dense: {} };
for (const name of Object.keys(few)) {
  figures.ratios[name] = round(lots[name] / few[name]);
  figures.dense[name] = round(dense[name]);
  const words = [
    `${round(few[name])} ms`,
    `${round(lots[name])} ms`,
    `× ${figures.ratios[name]}`,
    `${figures.dense[name]} ms`,
  ];
  console.log(`${name.padEnd(66)} ${words.map((word) => word.padStart(11)).join('')}`);
}
console.log(`P13 asks for at most × 1.2. The last column: ${many} within 400 days.`);
console.log(JSON.stringify(figures));
