// The last lines of `.ci/run`: what failed, by name, and everything that ran as one pair of numbers. A run that left no
// summary counts as failed.
import { readJson } from '../start/files.mjs';
import { closingLine } from './run-suites.mjs';
import { reportFile } from './suites.mjs';

const results = process.argv.slice(2).flatMap((title) => {
  const summary = readJson(reportFile(`summary-${title}`));
  return summary?.results ?? [{ name: title, passed: 0, failed: 1 }];
});
for (const { name, failures = [] } of results) for (const one of failures) console.log(`✗  ${name}: ${one}`);
console.log(closingLine(results));
