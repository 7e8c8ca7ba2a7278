import { expect } from 'vitest';
import { test } from './test.mjs';

test('a person signs in and sees the incidents', async ({ open, product }) => {
  const page = await open({ as: 'nobody' });
  await page.goto('/');
  await page.waitForURL(/\/login/);
  await page.getByLabel('E-mail').fill(product.email);
  await page.getByLabel('Password', { exact: true }).fill(product.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname === '/');
  expect(await page.getByRole('navigation').first().isVisible()).toBe(true);
});
