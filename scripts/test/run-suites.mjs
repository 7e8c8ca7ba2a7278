// Runs suites, each under its heading, all of them even when one fails: in their order, and side by side where their
// cores allow it.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnv, runNode } from '../start/node.mjs';
import { reportFile } from './suites.mjs';

/** Two: for so many the time of a run is promised, and more would let tests see a machine that CI has not. */
const CORES = 2;

const heading = (name) => `\n━━ ${name} ${'━'.repeat(76 - name.length)}\n`;

/** One that takes the whole machine is shown while it runs, one of those side by side when it has ended. */
async function runSuite({ name, args, env, cores, count, report }) {
  const isAlone = cores === CORES;
  if (isAlone) console.log(heading(name));
  const file = reportFile(name);
  rmSync(file, { force: true });
  const began = Date.now();
  const { code, output } = await runNode(args, { env: childEnv(env), show: isAlone });
  if (!isAlone) console.log(`${heading(name)}\n${output}`);
  const result = { name, ...count({ code, output, file }), seconds: (Date.now() - began) / 1000 };
  if (!report) writeFileSync(file, `${JSON.stringify({ ...result, code }, null, 2)}\n`);
  return result;
}

/** None overtakes one before it: what a suite needs stands before it, and takes a core for as long as it runs. */
async function runAll(suites) {
  const running = new Map();
  const free = () => [...running.keys()].reduce((left, { cores }) => left - cores, CORES);
  const results = [];
  for (const suite of suites) {
    while (free() < suite.cores) await Promise.race(running.values());
    const ended = runSuite(suite).finally(() => running.delete(suite));
    running.set(suite, ended);
    results.push(ended);
  }
  return Promise.all(results);
}

function table(results) {
  const row = ({ name, passed, failed, seconds, note }) =>
    [
      failed > 0 ? '✗' : '✓',
      name.padEnd(10),
      `${passed} passed`.padStart(13),
      `${failed} failed`.padStart(10),
      `${seconds.toFixed(1)} s`.padStart(9),
      note ?? '',
    ].join('  ');
  return results.map(row).join('\n');
}

const sum = (results, what) => results.reduce((total, result) => total + result[what], 0);
export const closingLine = (results) => `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`;

/** Runs them all, says how it went and leaves the numbers in `.reports/summary-<title>.json`. Answers an exit code. */
export async function runSuites(title, suites) {
  const summary = reportFile(`summary-${title}`);
  mkdirSync(path.dirname(summary), { recursive: true });
  rmSync(summary, { force: true });
  const results = await runAll(suites);
  writeFileSync(summary, `${JSON.stringify({ title, results }, null, 2)}\n`);
  console.log(`${heading(title)}\n${table(results)}\n\n${closingLine(results)}`);
  return sum(results, 'failed') > 0 ? 1 : 0;
}
