// `test` for journeys in a browser. `open({ as, size, scheme, allow })` gives a page; when the test ends, any error in
// the console of a page that it opened fails it, and a failed test leaves a picture of each in `.reports/browser`.
import path from 'node:path';
import { test as base, expect, inject } from 'vitest';
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
    if (task.result?.state === 'fail') await takePictures(task.name, opened);
    await browser.close();
    expect(opened.flatMap(({ problems }) => problems)).toEqual([]);
  },
});
