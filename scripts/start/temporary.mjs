// Starts the product for a while, as `npm start` does, for scripts and tests that need one running.
import { spawn } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { childEnv, nodePath } from './node.mjs';
import { root } from './settings.mjs';

export const freePort = () =>
  new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

/**
 * Answers `{ ready, pid, log, stop, kill }`: `ready` is the object of the ready line, `log()` what was said so far.
 * The product gets a process group of its own, so that `kill` can take it all at once, as a crash would.
 */
export async function startTemporarily(env = {}) {
  const child = spawn(nodePath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: childEnv({ PORT: String(await freePort()), ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  let said = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const ready = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said += `${line}\n`;
      if (line.startsWith('{"event":"ready"')) resolve(JSON.parse(line));
    });
    void ended.then((code) => reject(new Error(`The product did not start (${code}):\n${said}`)));
  });
  const stopOnExit = () => {
    try {
      process.kill(child.pid, 'SIGTERM');
    } catch {
      // It has ended.
    }
  };
  const stopOnSignal = () => process.exit(130);
  process.once('exit', stopOnExit);
  for (const name of ['SIGINT', 'SIGTERM']) process.once(name, stopOnSignal);
  const end = async (pid, signal) => {
    process.off('exit', stopOnExit);
    for (const name of ['SIGINT', 'SIGTERM']) process.off(name, stopOnSignal);
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended.
    }
    return ended;
  };
  return {
    ready,
    pid: child.pid,
    log: () => said,
    stop: () => end(child.pid, 'SIGTERM'),
    kill: () => end(-child.pid, 'SIGKILL'),
  };
}
