import { expect, vi } from 'vitest';
import { test } from './test.mjs';

/** The newest message to an address, once it is there. */
const mailTo = (api, to, subject) =>
  vi.waitFor(
    async () => {
      const { data } = await api.get('/outbox?limit=100');
      const mail = data.find((one) => one.to === to && one.subject.includes(subject));
      if (!mail) throw new Error(`no mail about ${subject}`);
      return mail;
    },
    { timeout: 60_000, interval: 500 },
  );

test('an editor makes a page and reports, a visitor reads it without scripts, a subscriber hears of it and leaves', async ({
  api,
  open,
  product,
}) => {
  const slug = `harbour-${Date.now()}`;
  const editor = await open();
  await editor.goto('/status-pages/new');
  await editor.getByLabel('Name', { exact: true }).fill('Harbour');
  await editor.getByLabel('Address', { exact: true }).fill(slug);
  await editor.getByRole('button', { name: 'Add status page' }).click();
  await editor.getByText('Now name the parts').waitFor();
  for (const name of ['Tickets', 'Ferries']) {
    await editor.getByLabel('Name', { exact: true }).last().fill(name);
    await editor.getByRole('button', { name: 'Add component' }).click();
    await editor.getByText(name, { exact: false }).first().waitFor();
    await editor.getByText('The component is added.').waitFor();
  }
  await editor.getByRole('button', { name: 'Move up: Ferries' }).click();
  await editor.getByText('Moved up.').waitFor();

  const visitor = await open({ as: 'nobody', size: 'phone', javaScriptEnabled: false, allow: [/404/] });
  await visitor.goto(`/status/${slug}`);
  await visitor.getByRole('heading', { level: 1, name: 'All systems are operational.' }).waitFor();
  expect(await visitor.getByRole('heading', { level: 3 }).allInnerTexts()).toEqual(['Ferries', 'Tickets']);

  await visitor.getByRole('link', { name: 'Get updates' }).click();
  await visitor.getByLabel('E-mail address').fill(`${slug}@example.test`);
  await visitor.getByRole('button', { name: 'Subscribe' }).click();
  await visitor.getByText('We have sent you a mail').waitFor();
  const asked = await mailTo(api, `${slug}@example.test`, 'Confirm');
  await visitor.goto(/http\S+\/confirm\/\S+/.exec(asked.text)?.[0] ?? '');
  await visitor.getByRole('button', { name: 'Confirm the subscription' }).click();
  await visitor.getByRole('heading', { name: 'You are subscribed.' }).waitFor();

  await editor.getByRole('link', { name: 'Subscribers' }).click();
  const subscriber = editor.getByRole('row', { name: `${slug}@example.test` });
  await subscriber.getByText('Confirmed').filter({ visible: true }).first().waitFor();
  await editor.getByRole('link', { name: 'Now', exact: true }).click();
  await editor.getByRole('link', { name: 'Write report' }).click();
  await editor.getByText('Tell subscribers (1 now)').waitFor();
  await editor.getByLabel('Title').fill('No tickets at pier 3');
  await editor.getByLabel('Text').fill('The machines do not take cards.');
  await editor.getByLabel('Tickets').selectOption('PARTIAL_OUTAGE');
  // The preview follows the typing, and nobody else sees it yet.
  const preview = editor.frameLocator('iframe[title="Preview of the page"]');
  await preview.getByRole('heading', { name: 'No tickets at pier 3' }).waitFor();
  await preview.getByRole('heading', { level: 1, name: 'Some systems are partly down.' }).waitFor();
  expect(await (await fetch(`${product.url}/status/${slug}`)).text()).not.toContain('pier 3');
  await editor.getByRole('button', { name: 'Publish' }).click();
  await editor.getByText('The report is published.').waitFor();

  // A browser that has seen the page shows it for a few seconds more.
  const headline = async () => {
    await visitor.goto(`/status/${slug}`);
    return visitor.getByRole('heading', { level: 1 }).innerText();
  };
  await expect.poll(headline, { timeout: 30_000, interval: 1000 }).toBe('Some systems are partly down.');
  await visitor.getByRole('link', { name: 'No tickets at pier 3' }).click();
  await visitor.getByText('The machines do not take cards.').waitFor();
  expect((await fetch(`${product.url}/status/${slug}/reports/rep_none`)).status).toBe(404);

  const mail = await mailTo(api, `${slug}@example.test`, 'No tickets at pier 3');
  const leave = /http\S+\/unsubscribe\/\S+/.exec(mail.text)?.[0] ?? '';
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  expect((await fetch(leave, { method: 'POST', body })).status).toBe(200);
  await editor.goto('/status-pages');
  await editor.getByRole('link', { name: 'Harbour' }).first().click();
  await editor.getByRole('definition').getByText('0', { exact: true }).waitFor();
});
