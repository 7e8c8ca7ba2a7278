import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { test } from './test.mjs';

test('F3: a list says since when it is stale while the database is away, and is fresh again after it', async ({
  product,
  open,
}) => {
  const page = await open({ allow: [/503/] });
  const { SETUP_TOKEN } = JSON.parse(readFileSync(path.join(product.stateDir, 'secrets.json'), 'utf8'));
  const switchFaults = async (d1) => {
    const headers = { authorization: `Bearer ${SETUP_TOKEN}`, 'content-type': 'application/json' };
    const body = JSON.stringify({ d1, queue: 0 });
    const answer = await fetch(`${product.url}/api/test/faults`, { method: 'POST', headers, body });
    expect(answer.status).toBe(200);
  };
  const stale = page.getByText(/^Stale since \d\d:\d\d/);
  // Looked at again and again: it does nothing before the page's scripts run, nor while it loads.
  const saysStale = (count) =>
    vi.waitFor(
      async () => {
        await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
        expect(await stale.count()).toBe(count);
      },
      { timeout: 30_000, interval: 500 },
    );
  await page.goto('/incidents');
  const lines = page.getByRole('table').getByRole('row');
  const before = await lines.count();
  expect(before).toBeGreaterThan(1);
  try {
    await switchFaults('fail');
    await saysStale(1);
    expect(await lines.count()).toBe(before);
  } finally {
    await switchFaults(null);
  }
  await saysStale(0);
  expect(await lines.count()).toBe(before);
});
