import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createStatusPageInput } from '../../../domain/status-page/input';
import { createStatusPage } from '../../../workers/operations/status-page/create';
import { refreshPage } from '../../../workers/operations/status-page/refresh';
import { setComponentState } from '../../../workers/operations/status-page/set-state';
import { fakeProvider, silentProvider } from '../../fakes/http';
import { send } from '../api/support';
import { adminContext, settle, taken } from '../config/support';

// Cloudflare's cache is told of each change of a page, where a zone and a token are set; nothing waits for it.

const TOKEN = 'purge-token-that-nobody-reads';
const PURGE = 'https://api.cloudflare.com/client/v4/zones/zone7/purge_cache';
const { config } = adminContext({ now: Date.now() });
let now = Date.now();
const contextOf = (purge: typeof config.purge = { zoneId: 'zone7', token: TOKEN }) =>
  adminContext({ now, config: { ...config, purge } });

let id = '';
let componentId = '';
let isDown = false;

beforeAll(async () => {
  const given = { name: 'Lock', slug: 'lock', host: 'status.lock.example', components: [{ name: 'Gate' }] };
  const page = taken(await createStatusPage(contextOf(null), createStatusPageInput.parse(given)));
  id = page.id;
  componentId = page.components[0]?.id ?? '';
  await settle();
});
afterEach(async () => {
  await settle();
  vi.restoreAllMocks();
});

/** The gate is another one to visitors than before. */
async function change(purge?: typeof config.purge): Promise<void> {
  isDown = !isDown;
  now += 1000;
  const state = isDown ? 'MAJOR_OUTAGE' : 'OPERATIONAL';
  taken(await setComponentState(contextOf(purge), { id, componentId, state, until: null }));
}
const headline = async () => /<h1>([^<]*)/.exec(await (await send('/status/lock')).text())?.[1];

it('names every fixed document of the page at both of its addresses, of no other page, and each change once', async () => {
  const cloudflare = fakeProvider(200, { success: true });
  await change();
  await settle();
  const asked = cloudflare.sent().filter(({ url }) => url === PURGE);
  expect(asked.map(({ init, headers }) => [init.method, headers.get('authorization')])).toEqual([
    ['POST', `Bearer ${TOKEN}`],
    ['POST', `Bearer ${TOKEN}`],
  ]);
  const files = asked.map(({ body }) => JSON.parse(body).files as string[]);
  const bases = ['http://status.lock.example', 'http://127.0.0.1:8787/status/lock'];
  expect(files.map((all) => all[0]).toSorted()).toEqual(bases.toSorted());
  for (const all of files) {
    const base = all[0] ?? '';
    // One call of Cloudflare's takes thirty.
    expect(all.length).toBeLessThanOrEqual(30);
    for (const path of ['/history', '/history.rss', '/history.atom', '/feed.json', '/calendar.ics', '/badge.svg'])
      expect(all).toContain(`${base}${path}`);
    for (const name of ['summary', 'status', 'components', 'incidents', 'scheduled-maintenances/active'])
      expect(all).toContain(`${base}/api/v2/${name}.json`);
    expect(all.filter((url) => !url.startsWith(base))).toEqual([]);
  }

  await refreshPage(contextOf(), id);
  await settle();
  expect(cloudflare.sent()).toHaveLength(2);
});

it('calls nobody where zone and token are not set', async () => {
  const cloudflare = fakeProvider(200);
  await change(null);
  await settle();
  expect(cloudflare.sent()).toEqual([]);
});

it('keeps nobody waiting: the change is there while Cloudflare says nothing', async () => {
  let answer = (_: Response): void => {};
  vi.spyOn(globalThis, 'fetch').mockReturnValue(new Promise((resolve) => (answer = resolve)));
  await change();
  expect(await headline()).toBe(isDown ? 'Some systems are down.' : 'All systems are operational.');
  answer(new Response('{}'));
});

it.each([
  ['refuses', () => fakeProvider(403, { errors: [{ message: `bad token ${TOKEN}` }] })],
  ['is away', () => silentProvider('lost')],
  ['is late', () => silentProvider('late')],
])('is bounded by the seconds a page is kept when Cloudflare %s, and tells no log its token', async (_, fail) => {
  const said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level));
  fail();
  await change();
  await settle();
  expect(await headline()).toBe(isDown ? 'Some systems are down.' : 'All systems are operational.');
  expect((await send('/status/lock')).headers.get('cache-control')).toMatch(/max-age=5,/);
  const text = JSON.stringify(said.flatMap((one) => one.mock.calls));
  expect(text).toContain('the cache was not purged');
  expect(text).not.toContain(TOKEN);
  expect(text).not.toContain('secret');
});
