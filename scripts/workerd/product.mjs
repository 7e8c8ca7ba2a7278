// The product in workerd, on a state of its own that is thrown away: for the test of crashes and for benchmarks.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../start/temporary.mjs';
import { bundleWorker } from './bundle.mjs';
import { startWorkerd } from './start.mjs';

const SETUP_TOKEN = 'throw-away';
/** Whoever has one is no longer only invited, and is paged. */
const PASSWORD = 'a long enough password';

/**
 * A POST with a body, else a GET, as `token` may make it. On a connection of its own: a busy runtime may have given up
 * one that was kept (`scripts/bench/support/measure.mjs`), and a POST cannot just be made again.
 */
export const authorised = (token, body) => ({
  method: body ? 'POST' : 'GET',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
  ...(body ? { body: JSON.stringify(body) } : {}),
});

/**
 * Answers `{ url, apiKey, create, person, log, crash, stop }`. `variables` as a person would set them; `entry`: a module
 * that wraps the Worker, which it finds as `./index.js`. `crash` kills the whole process group and starts it anew.
 */
export async function startProductInWorkerd(variables = {}, entry = null) {
  const bundle = await bundleWorker();
  const stateDir = mkdtempSync(path.join(os.tmpdir(), 'opsknight-workerd-'));
  if (entry) copyFileSync(entry, path.join(bundle, path.basename(entry)));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const all = {
    APP_URL: url,
    APP_SECRETS: `v1:${Buffer.alloc(32, 7).toString('base64')}`,
    SETUP_TOKEN,
    MAIL_FROM: 'pager@example.test',
    ...variables,
  };
  const begin = (migrate) =>
    startWorkerd({ bundle, stateDir, port, variables: all, migrate, entry: entry && path.basename(entry) });
  let running = await begin(true);
  const demo = await (await fetch(`${url}/api/setup/demo`, authorised(SETUP_TOKEN, {}))).json();

  const create = async (resource, body) => {
    const answer = await fetch(`${url}/api/v1/${resource}`, authorised(demo.apiKey, body));
    if (!answer.ok) throw new Error(`POST ${resource}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  return {
    url,
    apiKey: demo.apiKey,
    create,
    person: (name) =>
      create('users', {
        name,
        email: `${name}@example.test`,
        role: 'RESPONDER',
        timezone: 'UTC',
        password: PASSWORD,
      }),
    log: () => running.log(),
    async crash() {
      await running.kill();
      running = await begin(false);
    },
    async stop() {
      await running.stop();
      for (const folder of [bundle, stateDir]) rmSync(folder, { recursive: true, force: true });
    },
  };
}
