import { expect } from 'vitest';
import { test } from './test.mjs';

test('a tool is set up: its first event is awaited and seen, its fields are mapped, and a rule sorts it', async ({
  api,
  open,
}) => {
  const { id: serviceId } = await api.post('/services', { name: 'Baggage belts', escalationPolicyId: null });
  const page = await open();
  await page.goto(`/integrations/new?type=webhook&service=${serviceId}`);
  await page.getByLabel('Name', { exact: true }).fill('Belt watch');
  await page.getByRole('button', { name: 'Add and show the key' }).click();
  await page.getByText('The key is shown only now').waitFor();
  const address = await page
    .getByText(/^http.*\/api\/integrations\/webhook\//)
    .first()
    .innerText();
  const send = async (body) => {
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) });
    expect(answer.status).toBe(202);
    return (await answer.json()).results[0];
  };
  await page.getByRole('link', { name: 'Wait for the first event' }).click();
  await page.getByText('Waiting for the first event').waitFor();

  // Nothing is pressed and nothing is loaded again by hand: the page finds the event itself.
  await send({ belt: { no: 7, trouble: 'jammed' }, at: 'Hall B' });
  await page.getByText('Last event').waitFor({ timeout: 20_000 });
  await page.getByText('What was sent').first().click();
  await page.getByText('"trouble"').first().waitFor();

  const path = new URL(page.url()).pathname;
  await page.goto(`${path}/mapping`);
  await page.getByText('"jammed"').waitFor();
  await page.getByLabel('Title', { exact: true }).fill('belt.trouble');
  await page.getByRole('status').getByText('jammed', { exact: true }).waitFor();
  await page.getByLabel('Dedup key').fill('belt.no');
  await page.getByRole('button', { name: 'Save mapping' }).click();
  await page.waitForURL((url) => url.pathname === path);
  const mapped = await send({ belt: { no: 8, trouble: 'torn' } });
  expect(mapped).toMatchObject({ action: 'trigger', dedupKey: '8' });
  expect(await api.get(`/incidents/${mapped.incident.id}`)).toMatchObject({ title: 'torn' });

  await page.goto(`${path}/rules`);
  await page.getByLabel('Name', { exact: true }).fill('Only dust');
  await page.getByLabel('Field', { exact: true }).first().fill('title');
  await page.getByLabel('Value', { exact: true }).first().fill('dusty');
  await page.getByLabel('Outcome').selectOption('record');
  await page.getByRole('button', { name: 'Add rule' }).click();
  await page.getByText('Only dust').first().waitFor();
  const recorded = await send({ belt: { no: 9, trouble: 'dusty' } });
  expect(recorded.incident).toBeUndefined();
  expect(await send({ belt: { no: 10, trouble: 'on fire' } })).toMatchObject({ incident: { id: expect.any(String) } });
  await page.goto(path);
  await page.getByText('Only dust').first().waitFor();
});
