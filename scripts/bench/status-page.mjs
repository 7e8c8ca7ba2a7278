// P7: a status page with six components, bars of ninety days and two incidents. How fast the product serves it to
// visitors, and how fast it is made anew, each beside a bare Hono route that parses the JSON body (H) in the same
// workerd; pairs are interleaved, and the median of their ratios is kept. Prints what the HTML weighs.
// Usage: node scripts/bench/status-page.mjs [requests] [pairs]
import { rmSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { root } from '../start/settings.mjs';
import { bundleWorker } from '../workerd/bundle.mjs';
import { authorised, startProductInWorkerd } from '../workerd/product.mjs';
import { startWorkerd } from '../workerd/start.mjs';
import { startBare } from './support/bare.mjs';
import { compared, said } from './support/compare.mjs';

const REQUESTS = Number(process.argv[2] ?? 3000);
const PAIRS = Number(process.argv[3] ?? 5);
const NAMES = ['Checkout', 'Search', 'Payouts', 'Merchant dashboard', 'API', 'Mail'];
const BODY = 'Some requests take longer than usual or fail. We have found where, and are working on it.';

async function makePage({ url, apiKey, create }) {
  const components = NAMES.map((name, i) => ({ name, ...(i < 2 ? { group: 'Shop' } : {}) }));
  const page = await create('status-pages', {
    name: 'Example Shop',
    slug: 'bench',
    timezone: 'Europe/Lisbon',
    components,
  });
  const ids = page.components.map(({ id }) => id);
  await fetch(`${url}/bench/past`, authorised(apiKey, { ids }));
  const report = async (title, componentId, state) =>
    create(`status-pages/${page.id}/reports`, { title, body: BODY, components: [{ componentId, state }] });
  const update = (id, status) => create(`status-pages/${page.id}/reports/${id}/updates`, { status, body: BODY });
  const open = await report('Some requests fail', ids[0], 'PARTIAL_OUTAGE');
  await update(open.id, 'identified');
  const past = await report('Search was slow', ids[1], 'DEGRADED');
  for (const status of ['monitoring', 'resolved']) await update(past.id, status);
  return `${url}/status/bench`;
}

async function startRender() {
  const config = path.join(root, 'scripts/bench/render/wrangler.toml');
  const bundle = await bundleWorker(config);
  const running = await startWorkerd({ config, bundle, stateDir: bundle });
  return {
    url: running.url,
    async stop() {
      await running.stop();
      rmSync(bundle, { recursive: true, force: true });
    },
  };
}

const product = await startProductInWorkerd({}, path.join(import.meta.dirname, 'support/past-trouble.mjs'));
const bare = await startBare();
const render = await startRender();
try {
  const address = await makePage(product);
  const html = await (await fetch(address)).text();
  if (!html.includes('Some requests fail') || !html.includes('Search was slow')) throw new Error('not the page of P7');
  const bytes = gzipSync(html).length;
  const often = { requests: REQUESTS, pairs: PAIRS };
  const served = await compared(bare.url, address, often);
  const made = await compared(bare.url, render.url, often);
  console.log(`P7  served to visitors: ${said(served)} (goal 0.5)`);
  console.log(`P7  made anew for every visitor, which is never done: ${said(made)}`);
  console.log(`P7  HTML: ${bytes} bytes in gzip (goal 8,700), and nothing else to load`);
  console.log(JSON.stringify({ served, made, bytes }));
} catch (error) {
  console.error(product.log().slice(-2_000));
  throw error;
} finally {
  await render.stop();
  await bare.stop();
  await product.stop();
}
