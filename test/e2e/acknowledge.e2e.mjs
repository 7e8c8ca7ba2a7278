import { expect } from 'vitest';
import { test } from './test.mjs';

const firing = (name, summary) => ({
  status: 'firing',
  alerts: [
    {
      status: 'firing',
      labels: { alertname: name, severity: 'critical' },
      annotations: { summary },
      startsAt: new Date().toISOString(),
    },
  ],
});

test('an alert pages somebody, and a person sees and acknowledges it', async ({ api, open }) => {
  // A second try must not meet the incident of the first.
  const summary = `Payments are refused by the bank (${Date.now()})`;
  const { results } = await api.alert('prometheus', firing(`PaymentsRefused${Date.now()}`, summary));
  const { id } = results[0].incident;

  await expect
    .poll(async () => (await api.get(`/incidents/${id}/notifications`)).data.map(({ state }) => state), {
      timeout: 15_000,
    })
    .toContain('SENT');
  const outbox = await open();
  await outbox.goto('/outbox');
  expect(await outbox.getByText(summary).first().isVisible()).toBe(true);

  const page = await open();
  await page.goto('/');
  await page.getByRole('link', { name: summary }).click();
  await page.getByRole('heading', { level: 1, name: summary }).waitFor();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await page.getByRole('status').getByText('Nobody else is paged').waitFor();
  await page.getByText('Ana Ribeiro acknowledged').waitFor();

  expect(await api.get(`/incidents/${id}`)).toMatchObject({
    status: 'ACKNOWLEDGED',
    assignee: { name: 'Ana Ribeiro' },
  });
});
