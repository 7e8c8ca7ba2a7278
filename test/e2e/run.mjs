// `node test/e2e/run.mjs [--report=NAME] [file ...]`: the browser tests. Without a Chromium they cannot run: that is
// said loudly, and is a failure where CI=true promised one.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { runNode } from '../../scripts/start/node.mjs';
import { root } from '../../scripts/start/settings.mjs';
import { reportFile } from '../../scripts/test/suites.mjs';
import { findChromium } from './chromium.mjs';

const given = process.argv.slice(2);
const [name = 'browser'] = given.flatMap((one) => one.match(/^--report=(.+)/)?.[1] ?? []);
const files = given.filter((one) => !one.startsWith('--report='));
const report = reportFile(name);
mkdirSync(path.dirname(report), { recursive: true });
rmSync(report, { force: true });

function skip() {
  const why = 'no Chromium found: install one, or set CHROMIUM_PATH';
  writeFileSync(report, `${JSON.stringify({ skipped: why })}\n`);
  console.error(`\n!!! THE BROWSER TESTS DID NOT RUN: ${why}\n`);
  return process.env.CI === 'true' ? 1 : 0;
}

async function run() {
  const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
  const config = path.join(import.meta.dirname, 'vitest.config.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [vitest, 'run', '--config', config, ...reporters, ...files];
  return (await runNode(args, { show: true })).code;
}

process.exitCode = findChromium() ? await run() : skip();
