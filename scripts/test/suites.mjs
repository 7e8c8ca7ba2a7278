// What `npm test` runs, in order, and where each leaves its report.
import path from 'node:path';
import { WRANGLER_SETTINGS } from '../start/node.mjs';
import { root, wranglerBin } from '../start/settings.mjs';
import { fromBrowserReport, fromExit, fromSize, fromVitestReport } from './counts.mjs';

const bin = (name) => path.join(root, 'node_modules', name);
export const reportFile = (name) => path.join(root, '.reports', `${name}.json`);

const vitest = (name, ...more) => [
  bin('vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${reportFile(name)}`,
  ...more,
];

/** Crashes of the running product; their number comes from KILL_CASES. */
const kill = (name, env = {}) => ({
  name,
  args: vitest(name, '--config', path.join(root, 'test/kill/vitest.config.mjs')),
  env,
  count: fromVitestReport,
  report: true,
});

/** `count` turns the end of a suite into numbers; `report` marks a suite that writes its own report. */
export const SUITES = [
  {
    name: 'lint',
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=60', '.'],
    count: fromExit,
  },
  { name: 'imports', args: [path.join(root, 'scripts/check-imports.mjs')], count: fromExit },
  {
    name: 'types',
    args: [bin('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', '.wrangler/types.tsbuildinfo'],
    count: fromExit,
  },
  { name: 'build', args: [path.join(root, 'scripts/build.mjs')], count: fromExit },
  { name: 'vitest', args: vitest('vitest'), count: fromVitestReport, report: true },
  kill('kill', { KILL_CASES: '3' }),
  { name: 'browser', args: [path.join(root, 'test/e2e/run.mjs')], count: fromBrowserReport, report: true },
  {
    name: 'size',
    args: [wranglerBin, 'deploy', '--minify', '--dry-run', '--outdir', '.wrangler/dry-run'],
    env: WRANGLER_SETTINGS,
    count: fromSize,
  },
];

/** The tests that take their number of cases from the environment, with the numbers of a long run. */
export const longSuite = (files) => ({
  name: 'long',
  args: vitest('long', '--testTimeout=1800000', ...files),
  env: {
    LONG: '1',
    SCHEDULE_CASES: process.env.SCHEDULE_CASES ?? '10000',
    RACE_CASES: process.env.RACE_CASES ?? '10000',
    STORM_CASES: process.env.STORM_CASES ?? '50000',
    BURST_CASES: process.env.BURST_CASES ?? '10000',
  },
  count: fromVitestReport,
  report: true,
});

export const longKillSuite = kill('kill-long', { KILL_CASES: process.env.KILL_CASES ?? '200' });
