import { expect } from 'vitest';
import { test } from './test.mjs';

/** Everything that has pages of its own to change and to delete it: how it is made, and what its save button says. */
const KINDS = [
  { path: 'teams', save: 'Save team', make: () => ({}) },
  { path: 'escalation-policies', save: 'Save policy', make: () => ({ steps: [{ targets: [] }] }) },
  { path: 'services', save: 'Save service', make: () => ({}) },
  {
    path: 'integrations',
    save: 'Save',
    make: () => ({ type: 'events', serviceId: 'svc_demo_search' }),
  },
];

for (const { path, save, make } of KINDS) {
  test(`one of the ${path} is renamed, found under its new name, and deleted`, async ({ api, open }) => {
    const { id } = await api.post(`/${path}`, { name: `Old ${path}`, ...make() });
    const page = await open({ allow: [/404/] });
    await page.goto(`/${path}/${id}/edit`);
    const name = page.locator('input[name="name"]');
    await name.fill(`New ${path}`);
    await page.getByRole('button', { name: save, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: `New ${path}` }).waitFor();

    await page.goto(`/${path}`);
    expect(await page.getByRole('link', { name: `New ${path}`, exact: true }).count()).toBe(1);

    await page.goto(`/${path}/${id}/delete`);
    await page.getByRole('button', { name: `Delete New ${path}` }).click();
    await page.waitForURL((url) => url.pathname === `/${path}`);
    await page.getByRole('status').getByText('is deleted').waitFor();
    expect(await page.getByRole('link', { name: `New ${path}`, exact: true }).count()).toBe(0);
    const gone = await page.goto(`/${path}/${id}`);
    expect(gone?.status()).toBe(404);
  });
}
