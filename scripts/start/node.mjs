// Wrangler needs Node 22; a script may have been started with an older one, without npm.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './settings.mjs';

const binDir = path.join(root, 'node_modules/.bin');
const pinned = path.join(binDir, 'node');
const isOld = Number(process.versions.node.split('.')[0]) < 22;

export const nodePath = isOld && existsSync(pinned) ? pinned : process.execPath;

/** The environment for a child: local binaries first, so that whatever it starts gets the same Node. */
export function childEnv(extra = {}) {
  const { DOTENV_KEY, CLOUDFLARE_ENV, CLOUDFLARE_INCLUDE_PROCESS_ENV, ...env } = process.env;
  return { ...env, PATH: `${binDir}${path.delimiter}${env.PATH ?? ''}`, ...extra };
}

export const WRANGLER_SETTINGS = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  X_LOCAL_OBSERVABILITY: 'false',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'true',
};
export const wranglerEnv = (extra = {}) => childEnv({ ...WRANGLER_SETTINGS, ...extra });

/** Runs a Node program to its end; answers its exit code and what it said. */
export function runNode(args, { env = childEnv(), show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(nodePath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const [stream, out] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ])
      stream.on('data', (chunk) => {
        output += chunk;
        if (show) out.write(chunk);
      });
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
