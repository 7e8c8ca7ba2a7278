// Keeps what this release stores in its objects, says between them and puts on queues, so that the next one can prove
// that it reads it (RELIABILITY, F12). Run once for each release: `node scripts/record-release.mjs`; a file that exists
// belongs to a release that is out, and is only replaced with --force.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { childEnv, runNode } from './start/node.mjs';
import { root } from './start/settings.mjs';

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const file = path.join(root, 'test/fixtures/releases', `${version}.json`);
if (existsSync(file) && !process.argv.includes('--force')) {
  console.error(`${path.relative(root, file)} is there already: raise the version in package.json, or say --force.`);
  process.exit(1);
}
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs');
const args = [vitest, 'run', '--project', 'runtime', 'test/flows/release-record.test.ts'];
const { code, output } = await runNode(args, { env: childEnv({ RECORD_RELEASE: '1', NO_COLOR: '1' }) });
const line = output.split('\n').find((one) => one.includes('RELEASE {'));
if (code !== 0 || !line) {
  console.error(output);
  process.exit(1);
}
mkdirSync(path.dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(JSON.parse(line.slice(line.indexOf('{'))), null, 1)}\n`);
console.log(`kept ${path.relative(root, file)}`);
