// Where things are and what the person asked for in the environment.
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');
export const wranglerBin = path.join(root, 'node_modules/wrangler/bin/wrangler.js');

export class StartError extends Error {}

/** Thrown errors of this kind are for the person at the terminal: one line, no stack. */
export function explainAndExit(error) {
  process.stderr.write(`\n${error instanceof StartError ? error.message : error?.stack}\n`);
  process.exit(1);
}

export function settingsFrom(env, args = []) {
  const port = Number(env.PORT || 8787);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new StartError(`PORT is not a port: ${env.PORT}`);
  const stateDir = path.resolve(root, env.STATE_DIR || '.wrangler/state');
  const inState = (name) => path.join(stateDir, name);
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    empty: env.EMPTY === '1',
    liveReload: args.includes('--live-reload'),
    faults: { d1: env.FAULT_D1 || null, queue: Number(env.FAULT_QUEUE || 0) },
    stateDir,
    files: {
      run: inState('run.json'),
      secrets: inState('secrets.json'),
      demo: inState('demo.json'),
      demoPending: inState('demo.pending'),
      migrations: inState('migrations.json'),
      variables: inState('variables.env'),
    },
  };
}
