// Builds the Remix app when what it is made from has changed. Wrangler runs this too, before each start and after each
// edit, so an unchanged tree must cost next to nothing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { childEnv, runNode } from './node.mjs';
import { root, StartError } from './settings.mjs';

const SOURCES = ['app', 'domain', 'public', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'package.json'];
const buildDir = path.join(root, 'build');
const stampFile = path.join(buildDir, '.stamp');
const lockFile = path.join(root, '.wrangler/build.lock');
const isTest = (name) => /\.test(ing)?\.tsx?$/.test(name);

function addTo(hash, file) {
  if (!existsSync(file)) return;
  if (statSync(file).isDirectory()) {
    for (const name of readdirSync(file).sort()) if (!isTest(name)) addTo(hash, path.join(file, name));
    return;
  }
  hash
    .update(`${path.relative(root, file)}\0`)
    .update(readFileSync(file))
    .update('\0');
}

function sourcesHash() {
  const hash = createHash('sha256');
  for (const source of SOURCES) addTo(hash, path.join(root, source));
  return hash.digest('hex');
}

function builtFrom() {
  const isWhole = existsSync(path.join(buildDir, 'server/index.js')) && existsSync(path.join(buildDir, 'client'));
  return isWhole && existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null;
}

function holderIsAlive() {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

async function lock() {
  mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let waited = 0; ; waited += 200) {
    try {
      writeFileSync(openSync(lockFile, 'wx'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (waited > 1000 && !holderIsAlive()) rmSync(lockFile, { force: true });
    await sleep(200);
  }
}

async function build(hash) {
  rmSync(stampFile, { force: true });
  const cli = path.join(root, 'node_modules/@remix-run/dev/dist/cli.js');
  const { code, output } = await runNode([cli, 'vite:build'], { env: childEnv({ NODE_ENV: 'production' }) });
  if (code !== 0) throw new StartError(`The app does not build:\n${output}`);
  writeFileSync(stampFile, hash);
}

/** Answers whether there was anything to do. */
export async function ensureBuilt() {
  if (builtFrom() === sourcesHash()) return false;
  await lock();
  try {
    const hash = sourcesHash();
    if (builtFrom() === hash) return false;
    await build(hash);
    return true;
  } finally {
    rmSync(lockFile, { force: true });
  }
}
