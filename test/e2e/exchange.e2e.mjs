import { expect } from 'vitest';
import { test } from './test.mjs';

const PASSWORD = 'correct horse battery staple';

async function signedIn(open, email) {
  const page = await open({ as: 'nobody', size: 'phone' });
  await page.goto('/login');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((url) => url.pathname !== '/login');
  return page;
}

test('two people exchange their days on their phones, and the pager follows', async ({ api, open }) => {
  const person = (name) =>
    api.post('/users', {
      name,
      email: `${name.toLowerCase()}@exchange.example`,
      password: PASSWORD,
      role: 'RESPONDER',
      timezone: 'Europe/London',
    });
  const [nia, omar] = [await person('Nia'), await person('Omar')];
  const schedule = await api.post('/schedules', {
    name: 'Turn by turn',
    timezone: 'Europe/London',
    layers: [
      {
        name: 'Primary',
        priority: 1,
        start: '2026-01-01T00:00:00Z',
        end: null,
        rotation: { unit: 'day', length: 1, anchor: '2026-01-01T09:00', handoff: '09:00' },
        users: [nia.id, omar.id],
        restrictions: [],
      },
    ],
  });
  const onCall = async (at) => (await api.get(`/oncall?schedule=${schedule.id}&at=${at}`)).users.map(({ id }) => id);

  // Nia: her shifts, exchange one of them, choose one of Omar's, propose.
  const hers = await signedIn(open, nia.email);
  await hers.goto('/profile/shifts');
  await hers.getByRole('link', { name: 'Exchange this shift on Turn by turn' }).last().click();
  await hers.getByRole('heading', { name: 'Exchange a shift' }).waitFor();
  const choice = hers.getByLabel('For this shift');
  await choice.selectOption({ index: 2 });
  const [, from] = (await choice.inputValue()).split('|');
  await hers.getByRole('button', { name: 'Propose the exchange' }).click();
  await hers.getByText('Proposed.').waitFor();
  const asked = new URL(hers.url()).pathname.split('/').at(-1);
  const request = await api.get(`/cover-requests/${asked}`);
  expect(await onCall(request.start)).toEqual([nia.id]);

  // Omar: one tap where he sees who is on call.
  const his = await signedIn(open, omar.email);
  await his.goto('/oncall');
  await his.getByText('Nia asks to exchange shifts on Turn by turn').waitFor();
  await his.getByRole('button', { name: /^Accept/ }).click();
  await his.getByText('both shifts have changed hands').waitFor();

  expect(await onCall(request.start)).toEqual([omar.id]);
  expect(await onCall(from)).toEqual([nia.id]);
  await hers.goto(`/schedules/${schedule.id}/history`);
  await hers.getByText('exchanged shifts of Nia and Omar').waitFor();
}, 180_000);
