import { expect } from 'vitest';
import { graveIssues } from './axe.mjs';
import { allRoutes, PUBLIC_ROUTES } from './routes.mjs';
import { test } from './test.mjs';

const LOOKS = [
  { size: 'desktop', scheme: 'light' },
  { size: 'phone', scheme: 'dark' },
];
/** A test of all pages would need more patience than one that hangs should get. */
const PARTS = 8;
const isLong = Boolean(Number(process.env.LONG));
/** Without LONG only some pages are seen, from all over the list, and each in one of the looks. */
const looksAt = isLong ? LOOKS.length : 1;
const partsSeen = isLong ? PARTS : 1;

/** The page as it is once its scripts have run. A page behind another is hardly ever called idle by the browser. */
const whenIdle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 500 })));

async function issuesOf(page, routes, { size, scheme }) {
  const found = [];
  for (const route of routes) {
    await page.goto(route);
    await whenIdle(page);
    found.push(...(await graveIssues(page)).map((issue) => `${route} ${size} ${scheme} ${issue}`));
  }
  return found;
}

for (let part = 0; part < partsSeen; part += 1) {
  test(`axe finds nothing serious, part ${part + 1} of ${PARTS}`, { timeout: 240_000 }, async ({ api, open }) => {
    const routes = (await allRoutes(api)).map((route, place) => ({ route, place }));
    const each = LOOKS.map(async (look, turn) => {
      const mine = routes
        .filter(({ place }) => Math.floor(place / LOOKS.length) % PARTS === part)
        .filter(({ place }) => (place + turn) % LOOKS.length < looksAt)
        .map(({ route }) => route);
      // What is not there is a page too.
      const opened = (as) => open({ ...look, as, allow: [/404/] });
      const isPublic = (route) => PUBLIC_ROUTES.includes(route);
      const inside = mine.filter((route) => !isPublic(route));
      const outside = mine.filter(isPublic);
      return [
        ...(outside.length ? await issuesOf(await opened('nobody'), outside, look) : []),
        ...(inside.length ? await issuesOf(await opened('admin'), inside, look) : []),
      ];
    });
    expect((await Promise.all(each)).flat()).toEqual([]);
  });
}
