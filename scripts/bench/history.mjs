// P13: pages cost what they show, not what is stored. The product with 1,000 past incidents, with 100,000 of the same
// density (11 a day), and with 100,000 within 400 days for the time alone; each page is asked of all three in turns.
// Usage: node scripts/bench/history.mjs [many] [rounds] [words], the last for only those questions whose address holds
// one of these words, parted by commas. With HISTORY_DIR the three states are kept there, and taken from
// there the next time: making 100,000 incidents and counting them takes longer than measuring.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseIn, generateHistory } from '../generate-history.mjs';
import { startTemporarily } from '../start/temporary.mjs';
import { median } from './support/measure.mjs';
import { signIn } from './support/sign-in.mjs';

const many = Number(process.argv[2] ?? 100_000);
const rounds = Number(process.argv[3] ?? 15);
const words = process.argv[4]?.split(',');
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
  // With the period before, as many days as the 1,000 reach back.
  '/api/v1/analytics?days=45',
  '/api/v1/analytics/noise?days=30',
  '/api/v1/analytics/incidents?days=30&cohort=escalated&limit=50',
  '/api/v1/analytics/compliance',
];

/** Of what few incidents do not reach back to; for the time alone. */
const YEARS = ['/api/v1/analytics?days=365'];
const YEAR_SCREENS = ['/analytics?days=365', '/analytics/load?days=365'];

const dueIn = (stateDir) => {
  const db = new DatabaseSync(databaseIn(stateDir), { readOnly: true });
  const { n } = db.prepare('SELECT count(*) AS n FROM facts_due').get();
  db.close();
  return n;
};

/** A product with so many past incidents, all of them counted; `once` asks for everything and answers how long each took. */
async function serve(name, count, days, { paths = PATHS, screens = SCREENS } = {}) {
  const stateDir = kept ? path.join(kept, name) : mkdtempSync(path.join(os.tmpdir(), 'opsknight-bench-'));
  if (!kept || !existsSync(stateDir)) {
    mkdirSync(stateDir, { recursive: true });
    const empty = await startTemporarily({ STATE_DIR: stateDir });
    await empty.stop();
    await generateHistory(stateDir, count, days);
  }
  const product = await startTemporarily({ STATE_DIR: stateDir });
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
  const times = {};
  const ask = async (word, address, headers) => {
    times[word] ??= [];
    times[word].push(await get(address, headers));
  };
  const questions = [
    ...paths.map((address) => [address, address, { authorization: `Bearer ${apiKey}` }]),
    ...screens.map((address) => [`${address} (screen)`, address, { cookie }]),
    ['sweep', TICK, {}],
  ].filter(([name]) => !words || words.some((word) => name.includes(word)));
  const end = async () => {
    await product.stop();
    if (!kept) rmSync(stateDir, { recursive: true, force: true });
  };
  return { times, questions, ask, end };
}

// Taken in turns, question by question, so that whatever else the machine does falls on all of them alike.
const products = [];
try {
  products.push(await serve('few', FEW, FEW / A_DAY));
  products.push(await serve('lots', many, many / A_DAY));
  const years = { paths: [...PATHS, ...YEARS], screens: [...SCREENS, ...YEAR_SCREENS] };
  products.push(await serve('dense', many, 400, years));
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name] of products.at(-1).questions)
      for (const { ask, questions } of products) {
        // With its own key and cookie.
        const own = questions.find(([known]) => known === name);
        if (own) await ask(...own);
      }
    // The first round compiles and fills caches.
    if (round === 0) for (const { times } of products) for (const list of Object.values(times)) list.length = 0;
  }
} finally {
  for (const { end } of products) await end();
}

const [few, lots, dense] = products.map(({ times }) =>
  Object.fromEntries(Object.entries(times).map(([name, list]) => [name, median(list)])),
);
const round = (value) => Math.round(value * 100) / 100;
const figures = { few: FEW, many, rounds, ratios: {}, dense: {} };
for (const name of Object.keys(dense)) {
  figures.dense[name] = round(dense[name]);
  if (name in few) figures.ratios[name] = round(lots[name] / few[name]);
  const compared =
    name in few ? [`${round(few[name])} ms`, `${round(lots[name])} ms`, `× ${figures.ratios[name]}`] : ['', '', ''];
  const columns = [...compared, `${figures.dense[name]} ms`];
  console.log(`${name.padEnd(66)} ${columns.map((word) => word.padStart(11)).join('')}`);
}
console.log(`P13 asks for at most × 1.2. The last column: ${many} within 400 days.`);
console.log(JSON.stringify(figures));
