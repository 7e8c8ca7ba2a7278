// `npm start`: the whole product on this machine, from sources to the first sign-in.
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { announce } from './start/announce.mjs';
import { ensureBuilt } from './start/build-app.mjs';
import { ensureMigrated } from './start/migrations.mjs';
import { ensureDemo, switchFaults, tick, waitUntilHealthy } from './start/product.mjs';
import { endLeftovers, recordRun } from './start/run-record.mjs';
import { requireFreePort, startRuntime } from './start/runtime.mjs';
import { secretsOf } from './start/secrets.mjs';
import { explainAndExit, StartError, settingsFrom } from './start/settings.mjs';
import { writeVariables } from './start/variables.mjs';

const began = Date.now();
let record = null;
let runtime = null;
let isReady = false;
let isStopping = false;

/** A runtime that ends so soon after its start would end again. */
const TOO_SOON_MS = 20_000;

/** Ends what runs, then this process: with a message when something went wrong. */
async function stop(error) {
  if (isStopping) return;
  isStopping = true;
  // What the runtime says about its own failure comes a moment later.
  if (error) await sleep(300);
  runtime?.silence();
  await record?.endAll();
  if (error) explainAndExit(error);
  process.exit(0);
}

async function tickEachMinute(url) {
  for (;;) {
    await sleep(60_000 - (Date.now() % 60_000));
    if (!(await tick(url)) && !isStopping) console.error('The cron tick failed; the next one is due in a minute.');
  }
}

/** A killed npm cannot tell us to stop: whoever ended it meant this too. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => process.ppid !== parent && stop(null), 500).unref();
}

async function run(settings, secrets) {
  const started = Date.now();
  runtime = startRuntime(settings);
  record.refresh();
  void runtime.ended.then((code) => runAgain(settings, secrets, code, started).catch(stop));
  await waitUntilHealthy(settings.url, runtime.ended);
  record.refresh();
}

/** A pager does not stay down: a runtime that died after it had served is started again, on the same state. */
async function runAgain(settings, secrets, code, started) {
  if (isStopping) return;
  const ended = `The runtime ended by itself (${code})`;
  if (!isReady || Date.now() - started < TOO_SOON_MS) {
    await stop(new StartError(`${ended}.`));
    return;
  }
  console.error(`${ended}; it is started again.`);
  await record.endChildren();
  await run(settings, secrets);
  await tick(settings.url);
  await switchFaults(settings.url, secrets.SETUP_TOKEN, settings.faults);
}

async function start() {
  const settings = settingsFrom(process.env, process.argv.slice(2));
  mkdirSync(settings.stateDir, { recursive: true, mode: 0o700 });
  await endLeftovers(settings);
  await requireFreePort(settings.port);
  record = recordRun(settings);

  const secrets = secretsOf(settings, process.env);
  writeVariables(settings, process.env, secrets);
  await Promise.all([ensureBuilt(), ensureMigrated(settings)]);

  await run(settings, secrets);

  const demo = await ensureDemo(settings, secrets.SETUP_TOKEN);
  if (!(await tick(settings.url))) console.error('The first cron tick failed.');
  await switchFaults(settings.url, secrets.SETUP_TOKEN, settings.faults);
  record.markReady();
  isReady = true;
  announce(settings, demo, secrets.SETUP_TOKEN, (Date.now() - began) / 1000);
  await tickEachMinute(settings.url);
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => stop(null));
// Whoever reads what we say may go away; that is no reason to leave the runtime behind.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
process.on('uncaughtException', stop);
stopWithNpm();
start().catch(stop);
