// `npm test [-- suite ...]`: everything that must hold before a change goes in, or only the suites that are named.
import { runSuites } from './test/run-suites.mjs';
import { SUITES } from './test/suites.mjs';

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !SUITES.some((suite) => suite.name === name));
if (unknown.length > 0) {
  console.error(`No such suite: ${unknown.join(', ')}. There are: ${SUITES.map(({ name }) => name).join(', ')}`);
  process.exit(1);
}
process.exitCode = await runSuites('test', wanted.length ? SUITES.filter(({ name }) => wanted.includes(name)) : SUITES);
