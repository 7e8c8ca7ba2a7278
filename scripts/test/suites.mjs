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
  cores: 2,
  args: vitest(name, '--config', path.join(root, 'test/kill/vitest.config.mjs')),
  env,
  count: fromVitestReport,
  report: true,
});

/** Journeys in a Chromium, or only those of some files; LONG lets axe look at each page in both looks. */
const browser = (name, files = [], env = {}) => ({
  name,
  cores: 2,
  args: [path.join(root, 'test/e2e/run.mjs'), `--report=${name}`, ...files],
  env,
  count: fromBrowserReport,
  report: true,
});

/**
 * `count` turns the end of a suite into numbers; `report` marks a suite that writes its own report; `cores` is how many
 * it keeps busy, and one of two has the machine to itself.
 */
export const SUITES = [
  {
    name: 'types',
    cores: 1,
    args: [bin('typescript/bin/tsc'), '--noEmit', '--incremental', '--tsBuildInfoFile', '.wrangler/types.tsbuildinfo'],
    count: fromExit,
  },
  {
    name: 'lint',
    cores: 1,
    args: [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '--max-diagnostics=60', '.'],
    count: fromExit,
  },
  { name: 'imports', cores: 1, args: [path.join(root, 'scripts/check-imports.mjs')], count: fromExit },
  { name: 'build', cores: 1, args: [path.join(root, 'scripts/build.mjs')], count: fromExit },
  // Waits for the build where it has to: wrangler has its own reason to build.
  {
    name: 'size',
    cores: 1,
    args: [wranglerBin, 'deploy', '--minify', '--dry-run', '--outdir', '.wrangler/dry-run'],
    env: WRANGLER_SETTINGS,
    count: fromSize,
  },
  { name: 'vitest', cores: 2, args: vitest('vitest'), count: fromVitestReport, report: true },
  kill('kill', { KILL_CASES: '3' }),
  browser('browser'),
];

/** The tests that take their number of cases from the environment, with the numbers of a long run. */
export const longSuite = (files) => ({
  name: 'long',
  cores: 2,
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

export const longBrowserSuite = browser('axe-long', ['accessible.e2e.mjs'], { LONG: '1' });
