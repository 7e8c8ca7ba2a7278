import { expect } from 'vitest';
import { test } from './test.mjs';

const SERVICES = '/api/v1/services?limit=1';

test('an API key is made, works once it was shown, and is refused after it was revoked', async ({ open, product }) => {
  const page = await open();
  const name = 'Deploy pipeline of the journey';
  await page.goto('/settings/api-keys/new');
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Create and show the key' }).click();
  const key = await page.locator('code', { hasText: /^ok_/ }).first().textContent();
  const answer = () => fetch(`${product.url}${SERVICES}`, { headers: { authorization: `Bearer ${key}` } });
  expect((await answer()).status).toBe(200);

  await page.goto('/settings/api-keys');
  expect(await page.getByText(key ?? '').count()).toBe(0);
  await page.getByRole('searchbox', { name: 'Find by name' }).fill('of the JOURNEY');
  await page.getByRole('button', { name: 'Search' }).click();
  await page
    .getByRole('link', { name: `Revoke ${name}` })
    .first()
    .click();
  await page.getByRole('button', { name: /^Revoke/ }).click();
  await page.getByText('The key is revoked.').waitFor();
  expect((await answer()).status).toBe(401);
});

test('a person is invited, renamed, found under the new name, disabled, and enabled by Undo', async ({ open }) => {
  const page = await open();
  await page.goto('/users/new');
  await page.getByLabel('Name').fill('Zoë Before');
  await page.getByLabel('E-mail').fill(`zoe-${Date.now()}@example.com`);
  await page.getByRole('button', { name: 'Send invitation' }).click();
  await page.getByRole('link', { name: 'Open Zoë Before' }).click();

  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByLabel('Name').fill('Zoë After');
  await page.getByRole('button', { name: 'Save Zoë Before' }).click();
  await page.getByRole('heading', { level: 1, name: 'Zoë After' }).waitFor();

  await page.goto('/users?q=zoe+after');
  await page.getByRole('link', { name: 'Zoë After', exact: true }).click();
  await page.getByRole('link', { name: 'Edit', exact: true }).click();
  await page.getByRole('button', { name: 'Disable Zoë After' }).click();
  await page.getByText('Zoë After is disabled and signed out everywhere.').waitFor();
  await page.getByRole('button', { name: 'Undo: enable again' }).click();
  await page.getByText(/Zoë After is enabled/).waitFor();
});
