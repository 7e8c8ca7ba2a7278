import { expect } from 'vitest';
import { graveIssues } from './axe.mjs';
import { SIZES } from './browser.mjs';
import { allRoutes, PUBLIC_ROUTES } from './routes.mjs';
import { test } from './test.mjs';

/** A page is loaded once and looked at twice: loading is what takes the time. */
const LOOKS = [
  { size: 'desktop', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];

/** The page as it is once its scripts have run. A page behind another is hardly ever called idle by the browser. */
const whenIdle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })));

async function issuesOf(page, routes) {
  const found = [];
  for (let route = routes.shift(); route; route = routes.shift()) {
    await page.goto(route);
    await whenIdle(page);
    for (const { size, scheme } of LOOKS) {
      await page.setViewportSize(SIZES[size]);
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      found.push(...(await graveIssues(page)).map((issue) => `${route} ${size} ${scheme} ${issue}`));
    }
  }
  return found;
}

const options = { timeout: 480_000, retry: 1 };
test('axe finds nothing serious, wide and light or narrow and dark', options, async ({ api, open }) => {
  const all = await allRoutes(api);
  const inside = all.filter((route) => !PUBLIC_ROUTES.includes(route));
  // What is not there is a page too.
  const allow = [/404/];
  const pages = [await open({ allow }), await open({ allow })];
  const found = await Promise.all(pages.map((page) => issuesOf(page, inside)));
  const signIn = await open({ as: 'nobody', allow });
  expect([...found.flat(), ...(await issuesOf(signIn, [...PUBLIC_ROUTES]))]).toEqual([]);
});
