import { beforeAll, expect, it, vi } from 'vitest';
import { idle } from '../../flows/support/clock';
import { newWorld, outboxMessages, PASSWORD, request, type World } from '../../flows/support/world';
import { type NoScriptBrowser, noScriptBrowser } from './no-script-browser';

let world: World;
let admin: NoScriptBrowser;
let responder: NoScriptBrowser;
let page = '';
let address = '';

async function signedIn(email: string): Promise<NoScriptBrowser> {
  const browser = noScriptBrowser();
  await browser.submit('/login', { email, password: PASSWORD, next: '/more' });
  return browser;
}

const addressIn = (text: string): string => /\/api\/integrations\/prometheus\/[a-z0-9]{32}/.exec(text)?.[0] ?? '';

const alert = (fields: object = {}) => ({
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: 'DiskFull', severity: 'critical', ...fields },
      annotations: { summary: 'Disk full on db-1' },
      startsAt: '2026-11-23T20:00:00Z',
      fingerprint: 'disk',
    },
  ],
});

async function post(body: unknown): Promise<number> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const headers = { 'content-type': 'application/json', 'x-webhook-token': 'hidden-header' };
  const { status } = await request(address, { method: 'POST', headers, body: text });
  await idle();
  return status;
}

beforeAll(async () => {
  world = await newWorld([{ delaySeconds: 0, users: ['ana'] }]);
  admin = await signedIn('admin@example.test');
  responder = await signedIn('ana@example.test');
}, 60_000);

it('finds a tool by name, and makes an integration whose key is shown once', async () => {
  const found = await admin.look('/integrations/new?q=alertm');
  expect(found.text).toContain('Prometheus Alertmanager');
  expect(found.text).not.toContain('Datadog');
  expect((await admin.look('/integrations/new?q=nothing-like-it')).text).toContain('No tool has this name');

  const form = '/integrations/new?type=prometheus';
  const refused = await admin.submit(form, { type: 'prometheus', name: ' ', serviceId: world.service.id });
  expect(refused.status).toBe(400);
  expect(refused.text).toContain('Give the integration a name');

  const made = await admin.submit(form, { type: 'prometheus', name: 'Cluster', serviceId: world.service.id });
  address = addressIn(made.text);
  expect(made.text).toContain('webhook_configs');
  page = /href="(\/integrations\/int_\w+)"/.exec(made.text)?.[1] ?? '';
  const shown = await admin.look(page);
  expect(shown.text).toContain('Waiting for the first event');
  expect(shown.text).toMatch(/ana<[^>]*> by e-mail/);
  expect(shown.text).not.toContain(address);
});

it('shows what came in and what became of it, without secrets', async () => {
  expect(await post(alert({ api_key: 'hidden-label' }))).toBe(202);
  expect(await post('{"broken')).toBe(400);
  const { text } = await admin.look(page);
  expect(text).toContain('Disk full on db-1');
  expect(text).toMatch(/href="\/incidents\/\d+"/);
  expect(text).toContain('The body is not valid JSON.');
  expect(text).toContain('The last event was refused');
  for (const secret of ['hidden-label', 'hidden-header', address.slice(-22)]) expect(text).not.toContain(secret);
});

it('sends a test alert that pages with low urgency, and resolves it', async () => {
  const before = (await outboxMessages()).length;
  const sent = await admin.submit(page, { verb: 'test' });
  expect(sent.text).toContain('Test alert sent.');
  await idle();
  const [paged] = (await outboxMessages()).slice(before);
  expect(paged?.subject).toContain('[Low]');
  expect(paged?.subject).toContain('Test alert from Cluster');
  expect((await admin.look(page)).text).toContain('Resolve test alert');
  const resolved = await admin.submit(page, { verb: 'resolve-test' });
  expect(resolved.text).toContain('Test alert resolved.');
  expect(resolved.text).not.toContain('value="resolve-test"');
  await vi.waitFor(async () => expect(await world.outbox()).toContain('ana email resolved'), 5000);
});

it('switches off and on, renames, and changes the key', async () => {
  await admin.submit(page, { verb: 'disable' });
  await vi.waitFor(async () => expect(await post(alert())).toBe(401), 5000);
  expect((await admin.look(page)).text).toContain('Switched off: whatever comes in is refused');
  expect((await admin.submit(page, { verb: 'test' })).status).toBe(409);
  await admin.submit(page, { verb: 'enable' });
  await vi.waitFor(async () => expect(await post(alert())).toBe(202), 5000);
  expect((await admin.submit(page, { verb: 'explode' })).status).toBe(400);

  const renamed = await admin.submit(`${page}/edit`, { name: 'Cluster 2', serviceId: world.service.id });
  expect(renamed.path).toBe(`${page}?done=update`);
  expect(renamed.text).toContain('Cluster 2');

  const old = address;
  address = addressIn((await admin.submit(page, { verb: 'rotate' })).text);
  expect(address).not.toBe(old);
  await vi.waitFor(async () => expect(await post(alert())).toBe(202), 5000);
  expect((await request(old, { method: 'POST', body: '{}' })).status).toBe(401);
});

it('is looked at by responders and changed by administrators only', async () => {
  const shown = await responder.look(page);
  expect(shown.status).toBe(200);
  expect(shown.text).not.toContain('value="test"');
  expect(shown.text).not.toContain('href="/settings"');
  for (const path of ['/integrations/new', `${page}/edit`, `${page}/delete`, '/settings', '/settings/audit']) {
    expect((await responder.look(path)).status, path).toBe(403);
  }
  for (const verb of ['test', 'rotate', 'disable']) expect((await responder.submit(page, { verb })).status).toBe(403);
});

it('asks once, then deletes', async () => {
  expect((await admin.look(`${page}/delete`)).text).toContain('Its key ends at once');
  const gone = await admin.submit(`${page}/delete`, {});
  expect(gone.path).toBe('/integrations?done=remove');
  expect(gone.text).not.toContain('Cluster 2');
  expect((await admin.look(page)).status).toBe(404);
  await vi.waitFor(async () => expect(await post(alert())).toBe(401), 5000);
});
