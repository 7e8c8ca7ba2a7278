// `npm run bench [-- name ...]`: runs every program in `scripts/bench`, one after the other, and keeps what it found in
// `bench/results/<name>.json`. A program prints its ratios for people, and as its last line one JSON object for keeping.
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runNode } from './start/node.mjs';
import { root } from './start/settings.mjs';

const programs = path.join(root, 'scripts/bench');
const results = path.join(root, 'bench/results');

function figuresIn(output) {
  try {
    const figures = JSON.parse(output.trimEnd().split('\n').at(-1));
    return typeof figures === 'object' ? figures : null;
  } catch {
    return null;
  }
}

async function bench(file) {
  const name = file.replace(/(\.bench)?\.mjs$/, '');
  console.log(`\n━━ ${name}\n`);
  const { code, output } = await runNode([path.join(programs, file)], { show: true });
  const figures = figuresIn(output);
  const machine = { cpus: os.cpus().length, arch: process.arch, node: process.version };
  const kept = { name, at: new Date().toISOString(), machine, code, figures, output: figures ? undefined : output };
  writeFileSync(path.join(results, `${name}.json`), `${JSON.stringify(kept, null, 2)}\n`);
  return code;
}

const wanted = process.argv.slice(2);
mkdirSync(results, { recursive: true });
for (const file of readdirSync(programs)
  .filter((name) => name.endsWith('.mjs'))
  .sort())
  if (wanted.length === 0 || wanted.some((name) => file.startsWith(name)))
    process.exitCode = (await bench(file)) || process.exitCode;
