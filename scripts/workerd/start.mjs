// Starts a Worker in workerd for tests and benchmarks, in a process group of its own.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { nodePath, wranglerEnv } from '../start/node.mjs';
import { root } from '../start/settings.mjs';
import { freePort } from '../start/temporary.mjs';

const serve = path.join(root, 'scripts/workerd/serve.mjs');
export const productConfig = path.join(root, 'wrangler.toml');

function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended.
  }
}

/**
 * Answers `{ url, log, kill, stop }`. `kill` is SIGKILL to the whole group that was started here, as a crash of the
 * machine would be; `stop` ends it politely.
 */
export async function startWorkerd({
  config = productConfig,
  bundle,
  entry = null,
  stateDir,
  port,
  variables = {},
  migrate = false,
}) {
  const { workerOptions: options } = unstable_getMiniflareWorkerOptions(config);
  const settings = { options, bundle, entry, stateDir, port: port ?? (await freePort()), variables, migrate };
  const child = spawn(nodePath, [serve, JSON.stringify(settings)], {
    cwd: root,
    env: wranglerEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  const { url } = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      if (line.startsWith('{"event":"ready"')) resolve(JSON.parse(line));
    });
    void ended.then((code) => reject(new Error(`workerd did not start (${code}):\n${said}`)));
  });
  const killOnExit = () => signal(-child.pid, 'SIGKILL');
  process.once('exit', killOnExit);
  const end = (pid, name) => {
    process.off('exit', killOnExit);
    signal(pid, name);
    return ended;
  };
  return { url, log: () => said, kill: () => end(-child.pid, 'SIGKILL'), stop: () => end(child.pid, 'SIGTERM') };
}
