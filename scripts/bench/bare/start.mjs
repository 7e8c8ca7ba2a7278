// Serves `worker.mjs` as the product is served: the same wrangler, the same workerd, the same flags.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodePath, wranglerEnv } from '../../start/node.mjs';
import { root, wranglerBin } from '../../start/settings.mjs';
import { freePort } from '../../start/temporary.mjs';

/** Answers `{ url, stop }` once it answers. */
export async function startBare() {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const here = path.join(root, 'scripts/bench/bare');
  const args = ['dev', path.join(here, 'worker.mjs'), '--config', path.join(here, 'wrangler.toml')];
  const flags = ['--ip', '127.0.0.1', '--port', String(port), '--inspector-port', '0', '--log-level=warn'];
  const child = spawn(nodePath, [wranglerBin, ...args, ...flags, '--show-interactive-dev-session=false'], {
    cwd: here,
    env: wranglerEnv(),
    stdio: 'ignore',
    detached: true,
  });
  const stop = () => {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // It has ended.
    }
  };
  process.once('exit', stop);
  for (let attempt = 0; attempt < 300; attempt += 1) {
    try {
      const answer = await fetch(url, { method: 'POST', body: '{}' });
      if (answer.ok) return { url, stop };
    } catch {
      // Not yet.
    }
    await sleep(200);
  }
  stop();
  throw new Error('The bare route did not start.');
}
