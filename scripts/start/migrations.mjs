// Applies the migrations to the local D1. Asking wrangler costs seconds, so it is asked only when there is news.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readJson, writePrivateJson } from './files.mjs';
import { runNode, wranglerEnv } from './node.mjs';
import { root, StartError, wranglerBin } from './settings.mjs';

const folder = path.join(root, 'migrations');

function migrationsHash() {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.sql')) : [];
  if (files.length === 0) return null;
  const hash = createHash('sha256');
  for (const name of files.sort()) hash.update(`${name}\0`).update(readFileSync(path.join(folder, name)));
  return hash.digest('hex');
}

export async function ensureMigrated(settings) {
  const hash = migrationsHash();
  const isApplied = readJson(settings.files.migrations)?.hash === hash;
  if (hash === null || (isApplied && existsSync(path.join(settings.stateDir, 'v3/d1')))) return;
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', settings.stateDir];
  const { code, output } = await runNode([wranglerBin, ...args], { env: wranglerEnv({ CI: '1' }) });
  if (code !== 0) throw new StartError(`The migrations do not apply:\n${output}`);
  writePrivateJson(settings.files.migrations, { hash });
}
