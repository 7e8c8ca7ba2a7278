// What a start says to the product over HTTP: are you there, make the demo organisation, tick, misbehave.
import { existsSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { readJson, writePrivate, writePrivateJson } from './files.mjs';
import { StartError } from './settings.mjs';

const TICK = `/cdn-cgi/handler/scheduled?cron=${encodeURIComponent('* * * * *').replaceAll('%20', '+')}`;

export async function waitUntilHealthy(url, ended) {
  let hasEnded = false;
  void ended.then(() => {
    hasEnded = true;
  });
  const end = Date.now() + 120_000;
  while (Date.now() < end) {
    if (hasEnded) throw new StartError('The runtime stopped before it was ready; its own message is above.');
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new StartError(`${url}/healthz did not answer within two minutes.`);
}

const post = (url, path, token, body) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(60_000),
  });

/** Integration addresses begin with where the product is served now, which is not where it was made. */
function readyObject(url, { event: _event, url: before, integrations = [], ...account }) {
  const moved = (address) => address?.replace(before ?? /^https?:\/\/[^/]+/, url);
  return {
    event: 'ready',
    url,
    ...account,
    integrations: integrations.map((entry) => ({
      ...entry,
      url: moved(entry.url) ?? `${url}/api/integrations/${entry.type}/${entry.key}`,
    })),
  };
}

/** Makes the demo organisation anew; `refused` when the database holds somebody's own data. */
export async function makeDemo(settings, url, token, force) {
  writePrivate(settings.files.demoPending, '');
  const answer = await post(url, '/api/setup/demo', token, force ? { force: true } : {});
  const text = await answer.text();
  if (answer.status === 409) {
    rmSync(settings.files.demoPending, { force: true });
    return 'refused';
  }
  if (!answer.ok)
    throw new StartError(`The demo organisation could not be made: ${answer.status} ${text.slice(0, 500)}`);
  const demo = readyObject(url, JSON.parse(text));
  writePrivateJson(settings.files.demo, demo);
  rmSync(settings.files.demoPending, { force: true });
  return demo;
}

/** The demo organisation of this STATE_DIR: made on the first run, the same ever after. Null when there is none. */
export async function ensureDemo(settings, token) {
  const known = readJson(settings.files.demo);
  if (known) {
    const demo = readyObject(settings.url, known);
    if (known.url !== settings.url) writePrivateJson(settings.files.demo, demo);
    return demo;
  }
  if (settings.empty) return null;
  // A start that was killed between making and noting it left our own half behind: that may be replaced.
  const wasInterrupted = existsSync(settings.files.demoPending);
  const demo = await makeDemo(settings, settings.url, token, wasInterrupted);
  return demo === 'refused' ? null : demo;
}

export async function tick(url) {
  try {
    const answer = await fetch(`${url}${TICK}`, { signal: AbortSignal.timeout(55_000) });
    await answer.body?.cancel();
    return answer.ok;
  } catch {
    return false;
  }
}

export async function switchFaults(url, token, faults) {
  if (!faults.d1 && !faults.queue) return;
  const answer = await post(url, '/api/test/faults', token, faults);
  if (!answer.ok) throw new StartError(`The test faults were refused: ${answer.status} ${await answer.text()}`);
}
