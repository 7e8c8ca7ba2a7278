// P8: a full page of the list of incidents, rendered for somebody who is signed in, beside a bare Hono route that parses
// its JSON body (H) in the same kind of workerd. How often it asks the database is held by test/workers/screens/queries.
// Usage: node scripts/bench/incident-list.mjs [requests] [pairs]
import { startProductInWorkerd } from '../workerd/product.mjs';
import { startBare } from './support/bare.mjs';
import { compared, said } from './support/compare.mjs';
import { answered, sendEvent } from './support/measure.mjs';
import { signIn } from './support/sign-in.mjs';

const REQUESTS = Number(process.argv[2] ?? 600);
const PAIRS = Number(process.argv[3] ?? 5);
/** What a page of the list shows. */
const ROWS = 50;
const PASSWORD = 'a long enough password';

async function signedIn({ url, create }) {
  const reader = { name: 'Reader', email: 'reader@example.test', password: PASSWORD };
  await create('users', { ...reader, role: 'RESPONDER', timezone: 'UTC' });
  return signIn({ url, ...reader });
}

/** As many open incidents as a page holds, of a service that pages nobody; answers once all are in the list. */
async function fill({ url, create }, cookie) {
  const service = await create('services', { name: 'Bench' });
  const { key } = await create('integrations', { name: 'Bench', type: 'events', serviceId: service.id });
  for (let i = 0; i < ROWS; i += 1) await sendEvent(`${url}/api/integrations/events/${key}`, `disk-${i}`);
  for (let tries = 0; tries < 100; tries += 1) {
    const { text } = await answered(`${url}/incidents`, { headers: { cookie } });
    if (text.split('is almost full</a>').length > ROWS - 5) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The list never filled');
}

const product = await startProductInWorkerd();
const bare = await startBare();
try {
  const cookie = await signedIn(product);
  await fill(product, cookie);
  const figures = await compared(bare.url, `${product.url}/incidents`, {
    requests: REQUESTS,
    pairs: PAIRS,
    headers: { cookie },
  });
  console.log(`P8  a page of ${ROWS} incidents: ${said(figures)} (goal 0.25)`);
  console.log(JSON.stringify(figures));
} catch (error) {
  console.error(product.log().slice(-2_000));
  throw error;
} finally {
  await bare.stop();
  await product.stop();
}
