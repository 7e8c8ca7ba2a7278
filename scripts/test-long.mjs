// `npm run test:long`: the fault and property tests with their full counts, and axe on each page in both looks. A test
// belongs to them when it reads its number of cases from the environment, as `process.env.SOMETHING_CASES` or
// `process.env.LONG`.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './start/settings.mjs';
import { runSuites } from './test/run-suites.mjs';
import { longBrowserSuite, longKillSuite, longSuite } from './test/suites.mjs';

const GROWS = /\bprocess\.env\.(LONG|[A-Z_]+_CASES)\b/;

const files = ['domain', 'app', 'test/workers', 'test/flows']
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => /\.test\.tsx?$/.test(name))
      .map((name) => `${folder}/${name}`),
  )
  .filter((file) => GROWS.test(readFileSync(path.join(root, file), 'utf8')));

process.exitCode = await runSuites('long', [longSuite(files), longBrowserSuite, longKillSuite]);
