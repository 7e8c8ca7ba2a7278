// `npm run export-status DIR [ADDRESS]`: a public status page as files, to be served by another host while this one is
// away. ADDRESS is the page's, without a slash at the end; left out: the demo page of `npm start`. The Worker writes the
// same files to its bucket on every change, where it has one.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './start/settings.mjs';

const [dir, given = 'http://127.0.0.1:8787/status/demo'] = process.argv.slice(2);
if (!dir || !URL.canParse(given)) {
  console.error('usage: npm run export-status DIR [https://ops.example.com/status/shop]');
  process.exit(1);
}
const address = given.replace(/\/$/, '');

async function exportModule() {
  const outfile = path.join(root, '.wrangler/status-export.mjs');
  const entry = path.join(root, 'domain/status-page/export.ts');
  await build({ entryPoints: [entry], outfile, bundle: true, format: 'esm', platform: 'node', logLevel: 'error' });
  return import(outfile);
}

async function read(file) {
  const answer = await fetch(`${address}${file}`);
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${file || '/'}: HTTP ${answer.status}`);
  return { type: answer.headers.get('content-type') ?? '', body: new Uint8Array(await answer.arrayBuffer()) };
}

const { exportedFiles } = await exportModule();
const files = await exportedFiles(address, read);
for (const { file, body } of files) {
  const target = path.join(dir, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, body);
}
console.log(`${files.length} files of ${address} are in ${dir}`);
