// `test` for journeys in a browser. `open({ as, size, scheme, allow })` gives a page; when the test ends, any error in
// the console of a page that it opened fails it, and a failed test leaves a picture of each in `.reports/browser`.
import path from 'node:path';
import { test as base, beforeEach, expect, inject, vi } from 'vitest';
import { apiOf } from './api.mjs';
import { openPage, signInState } from './browser.mjs';
import { connectTo } from './chromium.mjs';

const product = inject('product');
let signedIn = null;

const takePictures = (title, opened) =>
  Promise.all(
    opened.map(({ page }, index) =>
      page.screenshot({ path: path.join('.reports/browser', `${title.replace(/\W+/g, '-')}-${index + 1}.png`) }),
    ),
  );

async function stateFor(browser, who) {
  if (who === 'nobody') return undefined;
  signedIn ??= await signInState(browser, product);
  return signedIn;
}

/** The local runtime can end by itself; the product starts it again, and a test that begins meanwhile waits for that. */
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
    const browser = await connectTo(inject('browser'));
    const opened = [];
    await use(async ({ as = 'admin', ...options } = {}) => {
      const storageState = await stateFor(browser, as);
      opened.push(await openPage(browser, { url, storageState, ...options }));
      return opened.at(-1).page;
    });
    // A picture is a help, no test: a page whose product is gone may give none.
    if (task.result?.state === 'fail') await takePictures(task.name, opened).catch(() => {});
    await browser.close();
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
