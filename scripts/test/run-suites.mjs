// Runs suites one after the other, each under its heading, all of them even when one fails.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnv, runNode } from '../start/node.mjs';
import { reportFile } from './suites.mjs';

async function runSuite({ name, args, env, count, report }) {
  console.log(`\n━━ ${name} ${'━'.repeat(76 - name.length)}\n`);
  const file = reportFile(name);
  rmSync(file, { force: true });
  const began = Date.now();
  const { code, output } = await runNode(args, { env: childEnv(env), show: true });
  const result = { name, ...count({ code, output, file }), seconds: (Date.now() - began) / 1000 };
  if (!report) writeFileSync(file, `${JSON.stringify({ ...result, code }, null, 2)}\n`);
  return result;
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
  const results = [];
  for (const suite of suites) results.push(await runSuite(suite));
  writeFileSync(summary, `${JSON.stringify({ title, results }, null, 2)}\n`);
  console.log(`\n━━ ${title} ${'━'.repeat(76 - title.length)}\n\n${table(results)}\n\n${closingLine(results)}`);
  return sum(results, 'failed') > 0 ? 1 : 0;
}
