// `npm run screenshots [-- route ...]`: each route at two widths, light and dark, into `.screenshots/`. Uses the running
// product of this STATE_DIR if there is one, else starts one with the demo data for the while.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { apiOf } from '../test/e2e/api.mjs';
import { openContext, signInState, watchedPage } from '../test/e2e/browser.mjs';
import { findChromium, launchChromium } from '../test/e2e/chromium.mjs';
import { startProduct } from '../test/e2e/harness.mjs';
import { allRoutes, PUBLIC_ROUTES } from '../test/e2e/routes.mjs';
import { readJson } from './start/files.mjs';
import { runningInstance } from './start/run-record.mjs';
import { explainAndExit, root, StartError, settingsFrom } from './start/settings.mjs';

const folder = path.join(root, '.screenshots');

async function product() {
  const settings = settingsFrom(process.env);
  const demo = runningInstance(settings) ? readJson(settings.files.demo) : null;
  return demo ? { ...demo, stop: () => {} } : startProduct();
}

const nameOf = (route) => route.replace(/[^\w-]+/g, '-').replace(/^-|-$/g, '') || 'home';

async function take(context, { route, size, scheme }) {
  const { page, problems } = await watchedPage(context, [/404/]);
  await page.goto(route, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(folder, `${nameOf(route)}-${size}-${scheme}.png`), fullPage: true });
  for (const problem of problems) console.error(`${size} ${scheme} ${problem}`);
  await page.close();
}

/** Two pages at a time: one is drawn while the other loads. */
async function takeAll(browser, { url, storageState, routes, ...look }) {
  const signedIn = await openContext(browser, { url, storageState, ...look });
  const stranger = await openContext(browser, { url, ...look });
  const left = [...routes];
  const worker = async () => {
    for (let route = left.shift(); route; route = left.shift())
      await take(PUBLIC_ROUTES.includes(route) ? stranger : signedIn, { route, ...look });
  };
  await Promise.all([worker(), worker()]);
  await signedIn.close();
  await stranger.close();
}

async function screenshots(given) {
  if (!findChromium()) throw new StartError('No Chromium found: install one, or set CHROMIUM_PATH.');
  mkdirSync(folder, { recursive: true });
  const served = await product();
  const browser = await launchChromium();
  try {
    const routes = given.length > 0 ? given : await allRoutes(apiOf(served));
    const storageState = await signInState(browser, served);
    for (const size of ['desktop', 'phone'])
      for (const scheme of ['light', 'dark'])
        await takeAll(browser, { url: served.url, storageState, routes, size, scheme });
    console.log(`${routes.length * 4} pictures in ${folder}`);
  } finally {
    await browser.close();
    await served.stop();
  }
}

screenshots(process.argv.slice(2)).catch(explainAndExit);
