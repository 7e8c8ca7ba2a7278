import { expect, inject, test } from 'vitest';
import { graveIssues } from './axe.mjs';
import { openPage } from './browser.mjs';
import { connectTo } from './chromium.mjs';
import { startProduct } from './harness.mjs';

test('somebody who begins with nothing sets up, is paged and acknowledges', { timeout: 180_000 }, async () => {
  const product = await startProduct({ EMPTY: '1' });
  const browser = await connectTo(inject('browser'));
  try {
    const { page, problems } = await openPage(browser, { url: product.url, size: 'phone' });
    /** What axe finds at each step, told at the end. */
    const found = [];
    const check = async () => found.push(...(await graveIssues(page)).map((issue) => `${page.url()} ${issue}`));
    await page.goto(`/setup?token=${encodeURIComponent(product.setupToken)}`);
    await check();
    await page.getByLabel('Your name').fill('Owen Owner');
    await page.getByLabel('E-mail').fill('owen@example.test');
    await page.getByLabel('Password').fill('a long enough password');
    await page.getByRole('button', { name: 'Create the account and go on' }).click();

    await page.getByLabel('Name', { exact: true }).waitFor();
    await check();
    await page.getByLabel('Name', { exact: true }).fill('Acme');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await page.getByLabel('Name of the service').waitFor();
    await check();
    await page.getByLabel('Name of the service').fill('website');
    await page.getByRole('button', { name: 'Add the service and go on' }).click();
    await page.getByRole('button', { name: 'Add and show the key' }).click();
    await page
      .getByText(/\/api\/integrations\/\w+\/[a-z0-9]{32}/)
      .first()
      .waitFor();

    await check();
    await page.goto('/setup/page');
    await check();
    await page.getByRole('button', { name: 'Page me now' }).click();
    await page.getByText('is open and pages you until it is acknowledged').waitFor();
    const outbox = await page.context().newPage();
    await expect
      .poll(
        async () => {
          await outbox.goto('/outbox');
          return outbox.getByText('owen@example.test').count();
        },
        { timeout: 20_000 },
      )
      .toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    await page.getByText('Acknowledged by Owen Owner').waitFor();
    await page.goto('/setup/done');
    await check();
    expect([...found, ...problems]).toEqual([]);
  } finally {
    await browser.close();
    await product.stop();
  }
});
