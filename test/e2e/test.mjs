// `test` for journeys in a browser. `open({ as, size, scheme, allow })` gives a page; when the test ends, any error in
// the console of a page that it opened fails it, and a failed test leaves a picture of each in `.reports/browser`.
import path from 'node:path';
import { test as base, beforeEach, expect, inject, vi } from 'vitest';
import { apiOf } from './api.mjs';
import { openContext, signInState, watchedPage } from './browser.mjs';
import { connectTo } from './chromium.mjs';

const product = inject('product');
let signedIn = null;
let browser = null;
/** Contexts that no test has in use, by their looks: the next test finds the scripts of the app in their cache. */
const idle = new Map();

const takePictures = (title, opened) =>
  Promise.all(
    opened.map(({ page }, index) =>
      page.screenshot({ path: path.join('.reports/browser', `${title.replace(/\W+/g, '-')}-${index + 1}.png`) }),
    ),
  );

async function stateFor(who) {
  if (who === 'nobody') return undefined;
  signedIn ??= await signInState(browser, product);
  return signedIn;
}

/** A context as new: of what an earlier test left in it, only the cache stays. */
async function takeContext(look, options) {
  const context = idle.get(look)?.pop();
  if (!context) return openContext(browser, options);
  await context.clearCookies();
  await context.addCookies(options.storageState?.cookies ?? []);
  return context;
}

async function giveBack({ context, look }) {
  await Promise.all(context.pages().map((page) => page.close()));
  idle.set(look, [...(idle.get(look) ?? []), context]);
}

/** Should the local runtime end, the product starts it again; a test that begins meanwhile waits for that. */
beforeEach(async () => {
  await vi.waitFor(
    async () => {
      const { ok } = await fetch(`${product.url}/healthz`);
      if (!ok) throw new Error('the product does not answer');
    },
    { timeout: 120_000, interval: 500 },
  );
}, 130_000);

export const test = base.extend({
  product,
  api: apiOf(product),
  open: async ({ product: { url }, task }, use) => {
    browser ??= await connectTo(inject('browser'));
    const opened = [];
    await use(async ({ as = 'admin', size = 'desktop', scheme = 'light', allow, ...more } = {}) => {
      const storageState = await stateFor(as);
      const look = JSON.stringify([size, scheme, more]);
      const context = await takeContext(look, { url, storageState, size, scheme, ...more });
      opened.push({ context, look, ...(await watchedPage(context, allow)) });
      return opened.at(-1).page;
    });
    // A picture is a help, no test: a page whose product is gone may give none.
    if (task.result?.state === 'fail') await takePictures(task.name, opened).catch(() => {});
    await Promise.all(opened.map(giveBack));
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
