// `npm run screenshots [-- route ...]`: each route at two widths, light and dark, into `.screenshots/`. Uses the running
// product of this STATE_DIR if there is one, else starts one with the demo data for the while.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { openPage, signInState } from '../test/e2e/browser.mjs';
import { findChromium, launchChromium } from '../test/e2e/chromium.mjs';
import { startProduct } from '../test/e2e/harness.mjs';
import { PUBLIC_ROUTES, ROUTES } from '../test/e2e/routes.mjs';
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

async function take(browser, { url, storageState, route, size, scheme }) {
  const { page, problems, close } = await openPage(browser, { url, storageState, size, scheme });
  await page.goto(route, { waitUntil: 'networkidle' });
  await page.screenshot({ path: path.join(folder, `${nameOf(route)}-${size}-${scheme}.png`), fullPage: true });
  for (const problem of problems) console.error(`${size} ${scheme} ${problem}`);
  await close();
}

async function screenshots(routes) {
  if (!findChromium()) throw new StartError('No Chromium found: install one, or set CHROMIUM_PATH.');
  mkdirSync(folder, { recursive: true });
  const served = await product();
  const browser = await launchChromium();
  try {
    const signedIn = await signInState(browser, served);
    for (const route of routes)
      for (const size of ['desktop', 'phone'])
        for (const scheme of ['light', 'dark']) {
          const storageState = PUBLIC_ROUTES.includes(route) ? undefined : signedIn;
          await take(browser, { url: served.url, storageState, route, size, scheme });
        }
    console.log(`${routes.length * 4} pictures in ${folder}`);
  } finally {
    await browser.close();
    await served.stop();
  }
}

const given = process.argv.slice(2);
screenshots(given.length > 0 ? given : [...PUBLIC_ROUTES, ...ROUTES]).catch(explainAndExit);
