import { expect } from 'vitest';
import { test } from './test.mjs';

const focusedText = (page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('the help lists exactly the keys that do something, and they do it', async ({ open }) => {
  const page = await open();
  await page.goto('/services', { waitUntil: 'networkidle' });
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard' });
  const listed = await help.locator('dt').allInnerTexts();
  expect(listed.map((keys) => keys.replace(/\s+/g, ' '))).toEqual(
    expect.arrayContaining(['g h', 'g i', 'g o', 'g s', 'j', 'k', '/', '?', 'Ctrl K']),
  );
  expect(await help.getByText('Acknowledge').count()).toBe(0);
  await page.keyboard.press('Escape');
  await help.waitFor({ state: 'hidden' });

  await page.keyboard.press('j');
  const first = await focusedText(page);
  await page.keyboard.press('j');
  expect(await focusedText(page)).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focusedText(page)).toBe(first);

  await page.keyboard.press('/');
  await page.keyboard.type('gi');
  expect(await page.locator('input[type="search"]').inputValue()).toBe('gi');
  expect(new URL(page.url()).pathname).toBe('/services');

  await page.locator('h1').focus();
  await page.keyboard.press('g');
  await page.keyboard.press('i');
  await page.waitForURL((url) => url.pathname === '/incidents');
});

test('single keys can be switched off on this device, and the palette stays', async ({ open }) => {
  const page = await open();
  await page.goto('/services', { waitUntil: 'networkidle' });
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Switch single keys off' }).click();
  await page.getByText('Single keys are off on this device', { exact: false }).waitFor();
  await page.reload({ waitUntil: 'networkidle' });
  await page.keyboard.press('?');
  await page.keyboard.press('j');
  expect(await page.getByRole('dialog').count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);

  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a page/ }).fill('checkout');
  await page.getByRole('option', { name: 'checkout-api', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'checkout-api' }).waitFor();
});

test('the palette acknowledges an incident by its words', async ({ api, open }) => {
  const number = await api.declare({ title: 'Palette journey', serviceId: 'svc_demo_search' });
  const page = await open();
  await page.goto('/', { waitUntil: 'networkidle' });
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a page/ }).fill('ack palette');
  await page.getByRole('option', { name: `Acknowledge #${number} Palette journey` }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === `/incidents/${number}`);
  expect((await api.get(`/incidents/${number}`)).status).toBe('ACKNOWLEDGED');
});

test('an incident is resolved by keys alone, and taken back from its notice and from the timeline', async ({
  api,
  open,
}) => {
  const number = await api.declare({ title: 'Undo journey', serviceId: 'svc_demo_search' });
  const status = async () => (await api.get(`/incidents/${number}`)).status;
  const page = await open();
  await page.goto(`/incidents/${number}`, { waitUntil: 'networkidle' });
  await page.keyboard.press('a');
  await page.getByText(/^Acknowledged: /).waitFor();
  await page.keyboard.press('r');
  await page.getByRole('button', { name: 'Resolve now' }).press('Enter');
  const undo = page.getByRole('button', { name: 'Undo: reopen and page' });
  await undo.first().waitFor();
  expect(await status()).toBe('RESOLVED');
  expect(await undo.count()).toBe(2);
  await undo.first().click();
  await page.getByText('Open again. Paging starts at step 1.').waitFor();
  expect(await status()).toBe('OPEN');

  await api.post(`/incidents/${number}/resolve`);
  await page.goto(`/incidents/${number}`);
  await page.getByRole('list').getByRole('button', { name: 'Undo: reopen and page' }).click();
  await page.getByText('Open again. Paging starts at step 1.').waitFor();
  await api.post(`/incidents/${number}/resolve`);
});

test('a toast repeats the way back where its notice is out of sight, and can be sent away', async ({ api, open }) => {
  const number = await api.declare({ title: 'Toast journey', serviceId: 'svc_demo_search' });
  const page = await open({ size: 'phone' });
  await page.goto(`/incidents/${number}`, { waitUntil: 'networkidle' });
  await page.locator('summary', { hasText: 'Snooze' }).click();
  await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
  await page.locator('details[open] button[name="minutes"][value="60"]').click();
  const toast = page.getByRole('region', { name: 'Just done' });
  await toast.getByRole('button', { name: 'Undo: end snooze and page' }).waitFor();
  await toast.getByRole('button', { name: 'Dismiss' }).click();
  await toast.waitFor({ state: 'hidden' });
  expect((await api.get(`/incidents/${number}`)).status).toBe('SNOOZED');
  await api.post(`/incidents/${number}/resolve`);
});

test('one of many is chosen by typing a part of its name, and posted', async ({ api, open }) => {
  const page = await open();
  await page.goto('/profile', { waitUntil: 'networkidle' });
  const zone = page.getByRole('combobox', { name: 'Time zone' });
  const before = await zone.inputValue();
  await zone.fill('sao p');
  await page.getByRole('option', { name: 'Sao Paulo' }).waitFor();
  await page.keyboard.press('Enter');
  expect(await zone.inputValue()).toBe('Sao Paulo');
  await zone.fill('nowhere at all');
  await page.getByText('Nothing matches.').waitFor();
  await page.keyboard.press('Escape');
  expect(await zone.inputValue()).toBe('Sao Paulo');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await page.getByText(/^Saved/).waitFor();
  const me = (await api.get('/users?limit=100')).data.find(({ email }) => email === 'ana@example.com');
  expect(me.timezone).toBe('America/Sao_Paulo');

  await zone.fill(before);
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Save profile' }).click();
  await page.getByText(/^Saved/).waitFor();
});
