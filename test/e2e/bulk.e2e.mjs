import { expect } from 'vitest';
import { test } from './test.mjs';

test('lines are ticked and acknowledged by keys alone, and a tick moves no line', async ({ api, open }) => {
  const numbers = [];
  for (const name of ['a', 'b'])
    numbers.push(await api.declare({ title: `Bulk journey ${name}`, serviceId: 'svc_demo_search', urgency: 'LOW' }));
  const page = await open();
  await page.goto('/incidents?q=bulk+journey', { waitUntil: 'networkidle' });
  const second = page.getByRole('row').nth(2);
  const before = await second.boundingBox();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  await page.getByText('2 ticked').waitFor();
  expect(await second.boundingBox()).toEqual(before);

  await page.keyboard.press('a');
  await page.getByText('2 incidents acknowledged.').waitFor();
  expect(await page.locator('input[name="ids"]:checked').count()).toBe(0);
  for (const number of numbers) {
    expect((await api.get(`/incidents/${number}`)).status).toBe('ACKNOWLEDGED');
    await api.post(`/incidents/${number}/resolve`);
  }
});
