// The real product for tests, from plain Node: as `npm start` runs it, on a free port and a STATE_DIR of its own.
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startTemporarily } from '../../scripts/start/temporary.mjs';

/**
 * Answers `{ url, email, password, apiKey, integrations, stateDir, restart, kill, stop }`. `env` are variables as a
 * person would set them; `restart(env)` starts it again on the same state, after a `kill` too.
 */
export async function startProduct(env = {}) {
  const stateDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-'));
  let running;
  const start = async (more) => {
    running = await startTemporarily({ ...env, ...more, STATE_DIR: stateDir });
    return running.ready;
  };
  const stop = async () => {
    await running?.stop();
    rmSync(stateDir, { recursive: true, force: true });
  };
  try {
    const ready = await start();
    return {
      ...ready,
      stateDir,
      restart: (more) => start(more),
      kill: () => running.kill(),
      log: () => running.log(),
      stop,
    };
  } catch (error) {
    rmSync(stateDir, { recursive: true, force: true });
    throw error;
  }
}
