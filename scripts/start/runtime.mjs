// The runtime itself: `wrangler dev` on this STATE_DIR and port, and its end.
import { spawn } from 'node:child_process';
import net from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { nodePath, wranglerEnv } from './node.mjs';
import { root, StartError, wranglerBin } from './settings.mjs';

const keepServing = new URL('keep-serving.mjs', import.meta.url).href;

const isFree = (port) =>
  new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The system may hold a port for a moment after its process has gone. */
export async function requireFreePort(port) {
  for (let attempt = 0; attempt < 10; attempt++) {
    if (await isFree(port)) return;
    await sleep(200);
  }
  throw new StartError(`Port ${port} is in use by another program. Stop it, or choose another: PORT=8788 npm start`);
}

/**
 * Its output goes to stderr: stdout is ours, for the line of JSON that tools read. Left out is its warning that cron
 * never fires locally, since we tick it.
 */
function passOutput(stream, isWanted) {
  let isSkipping = false;
  let wasBlank = true;
  createInterface({ input: stream }).on('line', (line) => {
    if (line.includes('Scheduled Workers are not automatically')) isSkipping = true;
    else if (isSkipping && /WARNING|ERROR/.test(line)) isSkipping = false;
    const isBlank = line.trim() === '';
    if (!isSkipping && isWanted() && !(isBlank && wasBlank)) {
      process.stderr.write(`${line}\n`);
      wasBlank = isBlank;
    }
    if (line.includes('developers.cloudflare.com/workers/configuration/cron-triggers')) isSkipping = false;
  });
}

/** Same process group as ours, so that a signal to the group reaches everything. */
export function startRuntime(settings) {
  const args = [
    'dev',
    ...['--ip', '127.0.0.1', '--port', String(settings.port), '--inspector-port', '0'],
    ...['--persist-to', settings.stateDir, '--env-file', settings.files.variables],
    ...['--log-level=warn', '--show-interactive-dev-session=false'],
    ...(settings.liveReload ? ['--live-reload'] : []),
  ];
  const child = spawn(nodePath, ['--import', keepServing, wranglerBin, ...args], {
    cwd: root,
    env: wranglerEnv(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // What it says while it is being ended is about that only.
  let isWanted = true;
  for (const stream of [child.stdout, child.stderr]) passOutput(stream, () => isWanted);
  const ended = new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (code, signal) => resolve(code ?? signal ?? 1));
  });
  return {
    ended,
    silence() {
      isWanted = false;
    },
  };
}
