// How many checks of a suite passed and failed, from its exit code, its output or its own report.
import { readJson } from '../start/files.mjs';

export const fromExit = ({ code }) => ({ passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 });

const firstLine = (text = '') => text.split('\n', 1)[0];

const failuresOf = ({ name, status, message, assertionResults }) => {
  const failed = assertionResults.filter((one) => one.status === 'failed');
  if (failed.length > 0) return failed.map((one) => `${one.fullName}: ${firstLine(one.failureMessages[0])}`);
  return status === 'failed' ? [`${name}: ${firstLine(message)}`] : [];
};

/** A file that does not even load has no failed test in vitest's report, and neither has an error outside of a test. */
export function fromVitestReport({ code, file }) {
  const report = readJson(file);
  if (!report) return { passed: 0, failed: 1, note: 'no report' };
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.length,
  );
  const failed = report.numFailedTests + unloaded.length;
  const ranNothing = report.numPassedTests + failed === 0;
  const hidden = failed === 0 && (code !== 0 || ranNothing) ? 1 : 0;
  return {
    passed: report.numPassedTests,
    failed: failed + hidden,
    failures: report.testResults.flatMap(failuresOf),
    note: ranNothing ? 'ran no test' : hidden ? 'an error outside of the tests' : undefined,
  };
}

/** Without a Chromium there is no report, which fails only where one was promised. */
export function fromBrowserReport(end) {
  const report = readJson(end.file);
  if (!report?.skipped) return fromVitestReport(end);
  return { passed: 0, failed: end.code === 0 ? 0 : 1, note: `SKIPPED: ${report.skipped}` };
}

/** P10: the Worker stays below 1.2 MB gzip. */
const MAX_GZIP_KIB = (1.2 * 1000 * 1000) / 1024;

export function fromSize({ code, output }) {
  const [, amount, unit] = output.match(/gzip: ([\d.]+) (\w+)/) ?? [];
  if (code !== 0 || !amount) return { passed: 0, failed: 1, note: 'no size' };
  const kib = Number(amount) * (unit === 'MiB' ? 1024 : 1);
  const isSmall = kib <= MAX_GZIP_KIB;
  return { passed: isSmall ? 1 : 0, failed: isSmall ? 0 : 1, note: `${kib.toFixed(0)} KiB gzip` };
}
