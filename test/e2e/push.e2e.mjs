import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { apiOf } from './api.mjs';
import { startProduct } from './harness.mjs';
import { openPhone } from './phone.mjs';
import { startPushService } from './push-service.mjs';

// A product of its own: one with Web Push switched on.
let product;
let api;
let service;
let phone;
let serviceId;

beforeAll(async () => {
  product = await startProduct({ VAPID_SUBJECT: 'mailto:ops@example.com', ALLOW_LOOPBACK_WEBHOOKS: '1' });
  api = apiOf(product);
  service = await startPushService();
  const { data: users } = await api.get('/users?limit=100');
  const me = users.find(({ email }) => email === product.email);
  const { data: methods } = await api.get(`/contact-methods?userId=${me.id}`);
  for (const { id } of methods) await api.remove(`/contact-methods/${id}`);
  const value = service.subscriptionOf('phone');
  await api.post('/contact-methods', { userId: me.id, kind: 'push', value, verified: true });
  const steps = [{ targets: [{ kind: 'USER', id: me.id }] }];
  const policy = await api.post('/escalation-policies', { name: 'Only me', steps });
  serviceId = (await api.post('/services', { name: 'Phone test', escalationPolicyId: policy.id })).id;
  phone = await openPhone(inject('browser'), product);
}, 120_000);

afterAll(async () => {
  await phone?.close();
  service?.stop();
  await product?.stop();
});

/** Every page of the tests before, oldest first. More than three within two minutes would be told together. */
const pages = [];

/** Declares an incident and answers it with the payload that its page put on the wire. */
async function page(title) {
  const incident = await api.post('/incidents', { title, serviceId });
  // Pages that earlier tests have left open are sent again meanwhile.
  let sent = await service.next();
  while (JSON.parse(sent.payload).notification.tag !== incident.id) sent = await service.next();
  pages.push({ incident, ...sent });
  return pages.at(-1);
}

const titles = async () => (await phone.notifications()).map(({ title }) => title).sort();
const becomes = (look, wanted) => expect.poll(look, { timeout: 15_000 }).toEqual(wanted);

test('a page arrives, and its button acknowledges although the session has ended', async () => {
  const { incident, headers, payload } = await page('The card terminal refuses cards');
  expect(headers).toMatchObject({ ttl: '900', urgency: 'high', topic: incident.id });
  await phone.context.clearCookies();
  await phone.push(payload);
  await becomes(phone.notifications, [
    { title: 'High · Phone test', tag: incident.id, requireInteraction: true, actions: ['acknowledge', 'escalate'] },
  ]);
  const { data } = await api.get(`/incidents/${incident.id}/notifications`);
  await becomes(async () => (await api.get(`/incidents/${incident.id}/notifications`)).data[0].state, 'DELIVERED');
  expect(data[0].channel).toBe('push');

  await phone.press(incident.id, 'acknowledge');
  await expect
    .poll(titles, { timeout: 15_000 })
    .toEqual([expect.stringMatching(/^Acknowledged \d\d:\d\d, escalation stopped$/)]);
  expect(await api.get(`/incidents/${incident.id}`)).toMatchObject({ status: 'ACKNOWLEDGED' });
  const { data: timeline } = await api.get(`/incidents/${incident.id}/timeline`);
  expect(timeline.find(({ kind }) => kind === 'acknowledged')).toMatchObject({
    origin: 'push',
    actor: { kind: 'user', name: 'Ana Ribeiro' },
  });
});

test('Escalate on the notification pages the next step, once, however often it is pressed', async () => {
  const { data: users } = await api.get('/users?limit=100');
  const bo = users.find(({ email }) => email !== product.email);
  const me = users.find(({ email }) => email === product.email);
  const steps = [
    { targets: [{ kind: 'USER', id: me.id }] },
    { delaySeconds: 3600, targets: [{ kind: 'USER', id: bo.id }] },
  ];
  const policy = await api.post('/escalation-policies', { name: 'Me, then another', steps });
  const two = await api.post('/services', { name: 'Two steps', escalationPolicyId: policy.id });
  const incident = await api.post('/incidents', { title: 'The printers are on fire', serviceId: two.id });
  const { payload } = await service.next();
  await phone.context.clearCookies();
  await phone.push(payload);
  await becomes(async () => (await phone.notifications()).some(({ tag }) => tag === incident.id), true);
  await phone.press(incident.id, 'escalate');
  await expect
    .poll(titles, { timeout: 15_000 })
    .toContainEqual(expect.stringMatching(/^Escalated \d\d:\d\d, the next step is paged$/));
  expect(await api.get(`/incidents/${incident.id}`)).toMatchObject({ status: 'ESCALATED', escalation: { step: 2 } });
  const { data: timeline } = await api.get(`/incidents/${incident.id}/timeline`);
  expect(timeline.filter(({ kind }) => kind === 'escalated')).toMatchObject([{ origin: 'push' }]);
  const { data: pages } = await api.get(`/incidents/${incident.id}/notifications`);
  expect(pages.some(({ userId }) => userId === bo.id)).toBe(true);
});

test('a press that the server refuses says so and can be tried again', async () => {
  const { incident, payload } = await page('The queue of orders grows');
  await phone.push(payload);
  await becomes(async () => (await phone.notifications()).some(({ tag }) => tag === incident.id), true);
  await phone.context.route('**/r/*', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await phone.press(incident.id, 'acknowledge');
  await becomes(async () => (await phone.notifications()).find(({ tag }) => tag === incident.id), {
    title: 'NOT acknowledged, tap to retry',
    tag: incident.id,
    requireInteraction: true,
    actions: ['acknowledge', 'open'],
  });
  expect(await api.get(`/incidents/${incident.id}`)).toMatchObject({ status: 'OPEN' });

  await phone.context.unroute('**/r/*');
  await phone.press(incident.id);
  await becomes(async () => (await api.get(`/incidents/${incident.id}`)).status, 'ACKNOWLEDGED');
});

test('two incidents are two notifications, and a repeated page takes the place of the first', async () => {
  const [first, second] = pages;
  for (const { payload } of [first, second, first]) await phone.push(payload);
  const ofBoth = async () =>
    (await phone.notifications())
      .filter(({ tag }) => tag === first.incident.id || tag === second.incident.id)
      .map(({ title, requireInteraction }) => ({ title, requireInteraction }));
  await becomes(ofBoth, Array(2).fill({ title: 'High · Phone test', requireInteraction: true }));
});

test('whatever arrives is shown, also what cannot be read', async () => {
  await phone.push('not json');
  await expect.poll(titles, { timeout: 15_000 }).toContain('OpsKnight');
});

test('without a network a kept page says of when it is, and nothing can be pressed', async () => {
  const { email, password } = product;
  await phone.page.goto('/login');
  await phone.page.getByLabel('E-mail').fill(email);
  await phone.page.getByLabel('Password', { exact: true }).fill(password);
  await phone.page.getByRole('button', { name: 'Sign in' }).click();
  await phone.page.waitForURL((url) => url.pathname === '/');
  await phone.page.goto('/incidents');
  await expect
    .poll(() => phone.page.evaluate(async () => (await (await caches.open('pages-1')).keys()).length))
    .toBeGreaterThan(0);
  await phone.context.setOffline(true);
  await phone.page.goto('/incidents');
  await phone.page.getByText(/^Offline\. This is the page as of \d\d:\d\d/).waitFor();
  expect(await phone.page.locator('button:enabled').count()).toBe(0);
  await phone.page.goto('/services');
  await phone.page.getByRole('heading', { name: 'You are offline' }).waitFor();
  await phone.context.setOffline(false);
});

test('signing out leaves no page of its owner in the browser', async () => {
  const kept = () => phone.page.evaluate(async () => (await (await caches.open('pages-1')).keys()).length);
  await phone.page.goto('/incidents');
  await expect.poll(kept).toBeGreaterThan(0);
  await phone.page.goto('/profile/security');
  await phone.page.getByRole('button', { name: 'Sign out', exact: true }).first().click();
  await phone.page.waitForURL((url) => url.pathname === '/login');
  await expect.poll(kept).toBe(0);
  await phone.context.setOffline(true);
  await phone.page.goto('/incidents');
  await phone.page.getByRole('heading', { name: 'You are offline' }).waitFor();
  await phone.context.setOffline(false);
});
