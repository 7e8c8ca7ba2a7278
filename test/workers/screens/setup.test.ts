import { env } from 'cloudflare:workers';
import { beforeAll, expect, it, vi } from 'vitest';
import { configOf } from '../../../workers/config';
import { idle } from '../../flows/support/clock';
import { outboxMessages, request } from '../../flows/support/world';
import { type NoScriptBrowser, noScriptBrowser } from './no-script-browser';

const TOKEN = 'a set-up token of a test';
const OWNER = {
  token: TOKEN,
  name: 'Owen Owner',
  email: 'Owen@Example.test',
  password: 'a long enough password',
  timezone: 'Europe/Lisbon',
};

const ADDRESS = `/setup?token=${encodeURIComponent(TOKEN)}`;

let owner: NoScriptBrowser;

beforeAll(async () => {
  configOf(env).setupToken = TOKEN;
  owner = noScriptBrowser();
  await owner.look('/setup');
}, 60_000);

const curlOf = (text: string): string => /\/api\/integrations\/events\/[a-z0-9]{32}/.exec(text)?.[0] ?? '';

it('lets nobody in without the token', async () => {
  const stranger = noScriptBrowser();
  const asked = await stranger.look('/setup');
  expect(asked.text).toContain('Paste the set-up token');
  const mistaken = await stranger.look('/setup?token=wrong');
  expect(mistaken.text).toContain('This is not the set-up token of this installation.');
  expect(mistaken.text).not.toContain('name="password"');
  for (const token of ['', 'wrong', `${TOKEN}x`]) {
    expect((await stranger.submit('/setup', { ...OWNER, token })).status).toBe(400);
  }
  expect((await stranger.look('/setup/service')).path).toBe('/login?next=%2Fsetup%2Fservice');
});

it('leads from an empty database to a page and its acknowledgement', async () => {
  const first = (await owner.look(ADDRESS)).text;
  expect(first).toContain('Step 1 of 5');
  expect(first).toMatch(
    /At least 12 characters.*name="password"[^>]*minLength="12"|minLength="12"[^>]*name="password"/s,
  );
  const refused = await owner.submit(ADDRESS, { ...OWNER, password: 'short' });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('at least 12 characters');
  expect(refused.text).toContain('value="Owen Owner"');

  const begun = await owner.submit(ADDRESS, OWNER);
  expect(begun).toMatchObject({ status: 200, path: '/setup/organisation' });
  expect((await owner.submit('/setup/organisation', { name: 'Acme' })).path).toBe('/setup/service');
  expect((await owner.submit('/setup/service', { name: 'website' })).path).toBe('/setup/integration');

  const service = /<option value="(svc_\w+)"/.exec((await owner.look('/setup/integration')).text)?.[1] ?? '';
  const made = await owner.submit('/setup/integration', { type: 'events', serviceId: service });
  expect(made.text).toContain('The key is shown only now');
  const address = curlOf(made.text);
  expect(address).not.toBe('');
  expect((await owner.look('/setup/integration')).text).not.toContain(address);

  // Taken up again where it was left.
  expect((await owner.look('/setup')).path).toBe('/setup/page');
  expect((await owner.look('/')).text).toContain('4 of 5 done');

  const paged = await owner.submit('/setup/page', { verb: 'page' });
  expect(paged.text).toContain('You are being paged');
  await idle();
  const messages = await outboxMessages();
  expect(messages.map(({ to, channel }) => `${to} ${channel}`)).toEqual(['owen@example.test email']);
  expect(messages[0]?.text).toContain('Test alert from Events API');

  const incident = new URL(paged.path, 'http://x').searchParams.get('incident') ?? '';
  const acknowledged = await owner.submit('/setup/page', { verb: 'acknowledge', incident });
  expect(acknowledged.text).toContain('Acknowledged by Owen Owner');
  await vi.waitFor(async () => expect((await owner.look('/setup')).path).toBe('/setup/done'), 5000);
  expect((await owner.look('/')).text).not.toContain('First set-up');

  // The same address takes what curl sends.
  const body = JSON.stringify({ event_action: 'trigger', dedup_key: 'disk', payload: { summary: 'Disk full' } });
  const sent = await request(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(sent.status).toBe(202);
  await idle();
});

it('makes one owner and no second one', async () => {
  const second = noScriptBrowser();
  expect((await second.look(ADDRESS)).path).toBe('/login?next=/setup');
  const refused = await second.submit(ADDRESS, { ...OWNER, email: 'second@example.test' });
  expect(refused.path).toBe('/login?next=/setup');
  expect((await second.look('/users')).path).toBe('/login?next=%2Fusers');
});

it('keeps settings: the name, the last resort with its warning, a test message', async () => {
  const before = await owner.look('/settings');
  expect(before.text).toContain('value="Acme"');
  expect(before.text).toContain('No last resort is set');
  const me = /value="USER:(usr_\w+)"/.exec(before.text)?.[1] ?? '';
  const added = await owner.submit('/settings', { verb: 'add-target', target: `USER:${me}` });
  expect(added.text).toContain('Remove Owen Owner');
  expect(added.text).not.toContain('No last resort is set');
  const removed = await owner.submit('/settings', { verb: 'remove-target', target: `USER:${me}` });
  expect(removed.text).toContain('No last resort is set');
  expect((await owner.submit('/settings', { verb: 'organisation', name: ' ' })).status).toBe(400);

  const tested = await owner.submit('/settings/providers', { channel: 'email' });
  expect(tested.path).toContain('/settings/providers?message=');
  await vi.waitFor(
    async () => expect((await owner.look(tested.path)).text).toContain('The test was handed over'),
    5000,
  );
});

it('shows an API key once, and ends it', async () => {
  const made = await owner.submit('/settings/api-keys/new', { name: 'Pipeline', scopes: ['read'], days: '30' });
  const key = /ok_[\w-]+/.exec(made.text)?.[0] ?? '';
  const ask = () => request('/api/v1/services', { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status).toBe(200);
  const list = await owner.look('/settings/api-keys');
  expect(list.text).toContain('Pipeline');
  expect(list.text).not.toContain(key);
  const id = /api-keys\/(key_\w+)\/revoke/.exec(list.text)?.[1] ?? '';
  const revoked = await owner.submit(`/settings/api-keys/${id}/revoke`, {});
  expect(revoked.text).toContain('Revoked');
  expect((await ask()).status).toBe(401);
  expect((await owner.submit('/settings/api-keys/new', { name: 'None', days: '30' })).status).toBe(400);
});

it('tells in the audit log who did what, with before and after', async () => {
  const log = await owner.look('/settings/audit');
  expect(log.text).toContain('became the owner of this installation');
  expect(log.text).toContain('added service “website”');
  expect(log.text).toContain('ended API key “Pipeline”');
  const ofSettings = await owner.look('/settings/audit?kind=settings');
  expect(ofSettings.text).toContain('<del>');
  expect(ofSettings.text).not.toContain('added service');
  expect((await owner.look('/settings/audit?from=2100-01-01')).text).toContain('No entry matches this filter.');
});
