import { expect } from 'vitest';
import { graveIssues } from './axe.mjs';
import { PUBLIC_ROUTES, ROUTES } from './routes.mjs';
import { test } from './test.mjs';

const LOOKS = [
  { size: 'desktop', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];

/** Short visible names of days and shifts on the timeline, and the gallery's samples: known findings, still to be mended. */
const KNOWN = /^\/ui$|^\/schedules\/sch_demo_(payments|sun)(\?|$)/;

for (const look of LOOKS) {
  test(`axe finds nothing serious, ${look.size} and ${look.scheme}`, { timeout: 480_000 }, async ({ open }) => {
    const signIn = await open({ as: 'nobody', ...look });
    for (const route of PUBLIC_ROUTES) {
      await signIn.goto(route);
      expect(await graveIssues(signIn), route).toEqual([]);
    }

    const page = await open(look);
    const found = [];
    for (const route of ROUTES.filter((one) => !KNOWN.test(one))) {
      await page.goto(route, { waitUntil: 'networkidle' });
      found.push(...(await graveIssues(page)).map((issue) => `${route} ${issue}`));
    }
    expect(found).toEqual([]);
  });
}
