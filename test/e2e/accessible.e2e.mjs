import { expect } from 'vitest';
import { graveIssues } from './axe.mjs';
import { test } from './test.mjs';

const ROUTES = ['/', '/incidents', '/incidents/new', '/incidents/1001', '/oncall', '/outbox', '/more'];
const LOOKS = [
  { size: 'desktop', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];

for (const look of LOOKS) {
  test(`axe finds nothing serious, ${look.size} and ${look.scheme}`, async ({ open }) => {
    const signIn = await open({ as: 'nobody', ...look });
    await signIn.goto('/login');
    expect(await graveIssues(signIn)).toEqual([]);

    const page = await open(look);
    for (const route of ROUTES) {
      await page.goto(route, { waitUntil: 'networkidle' });
      expect(await graveIssues(page), route).toEqual([]);
    }
  });
}
