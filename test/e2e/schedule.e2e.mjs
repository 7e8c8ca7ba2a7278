import { expect } from 'vitest';
import { test } from './test.mjs';

/** Both clock-change weekends of New York, London and Sydney, and hours around every handoff. */
const WEEKENDS = ['2027-03-13', '2027-03-27', '2027-04-03', '2027-10-02', '2027-10-30', '2027-11-06'];
const instantsOf = (saturday) =>
  Array.from({ length: 16 }, (_, i) => new Date(Date.parse(`${saturday}T00:30:00Z`) + i * 3 * 3_600_000).toISOString());

const idOf = (page) => new URL(page.url()).pathname.split('/')[2];
const namesIn = (users) => users.map(({ name }) => name).join(', ');

test('a rotation over three cities is built, swapped, overridden by drag and by keyboard, and every door agrees', async ({
  api,
  open,
  product,
}) => {
  const page = await open();
  await page.goto('/schedules/new', { waitUntil: 'networkidle' });
  await page.getByLabel('Name').first().fill('Three cities');
  await page.getByRole('combobox', { name: 'Time zone of all its times' }).fill('London');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Follow the sun' }).click();
  await page.getByRole('group', { name: 'Asia and Pacific' }).waitFor();
  for (const [place, name] of ['Sydney', 'London', 'New York'].entries())
    await page.locator(`input[name="layer-${place}-name"]`).fill(name);
  await page.getByRole('button', { name: 'Create schedule' }).last().click();
  await page.getByRole('heading', { level: 1, name: 'Three cities' }).waitFor();
  const id = idOf(page);

  // A swap: press a shift, choose who takes it, confirm.
  await page.goto(`/schedules/${id}?view=day&date=2027-03-13`);
  await page.getByRole('link', { name: /14:00–22:00, .*, final schedule/ }).click();
  await page.getByRole('radio', { name: 'Ana Ribeiro' }).check();
  await page.getByRole('button', { name: 'Put on call' }).click();
  await page.getByText('The override is made.').waitFor();

  // By drag: a third of the day of the second row.
  await page.goto(`/schedules/${id}?view=day&date=2027-10-30`, { waitUntil: 'networkidle' });
  const track = page.locator('svg[data-track="overrides"]');
  const { x, y, width, height } = await track.boundingBox();
  await page.mouse.move(x + width / 4, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
  await page.mouse.up();
  await page.waitForURL(/overrides\/new/);
  expect(await page.getByLabel('From (London time)').inputValue()).toBe('2027-10-30T06:00');
  expect(await page.getByLabel('Until, not included (London time)').inputValue()).toBe('2027-10-30T12:00');
  await page.getByRole('radio', { name: 'Lucía Herrera' }).check();
  await page.getByRole('button', { name: 'Put on call' }).click();
  await page.getByText('The override is made.').waitFor();

  // By keyboard alone: from a shift to its form, and through that.
  await page.goto(`/schedules/${id}?view=day&date=2027-04-03`, { waitUntil: 'networkidle' });
  await page.getByRole('link', { name: /06:00–14:00, .*, final schedule/ }).focus();
  await page.keyboard.press('Enter');
  await page.waitForURL(/overrides\/new/);
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Put on call' }).focus();
  await page.keyboard.press('Enter');
  await page.getByText('The override is made.').waitFor();

  await page.goto(`/schedules/${id}/calendar`);
  await page.getByRole('button', { name: 'Make a link' }).click();
  const address = await page.getByText(/\/calendars\/[0-9a-z]{32}\.ics/).innerText();
  const { timezone, layers, overrides } = await api.get(`/schedules/${id}`);
  expect(overrides).toHaveLength(3);
  const schedule = {
    timezone,
    layers,
    overrides: overrides.map(({ userId, replacesUserId, start, end }) => ({
      user: userId,
      start,
      end,
      ...(replacesUserId ? { replaces: replacesUserId } : {}),
    })),
  };

  for (const saturday of WEEKENDS) {
    const at = instantsOf(saturday);
    const preview = await api.post('/schedules/preview', { schedule, at });
    for (const [i, instant] of at.entries()) {
      const { users } = await api.get(`/oncall?schedule=${id}&at=${instant}`);
      expect(users.length, instant).toBeGreaterThan(0);
      expect(preview.queries[i].users, instant).toEqual(users.map((user) => user.id));
    }
    const { users } = await api.get(`/oncall?schedule=${id}&at=${at[3]}`);
    await page.goto(`/oncall?at=${at[3]}`);
    const entry = page.getByRole('listitem').filter({ hasText: 'Three cities' });
    expect(await entry.innerText()).toContain(namesIn(users));
    await page.goto(`/schedules/${id}?view=day&date=${saturday}`);
    // 09:30 UTC is in London's working day by either clock.
    const line = page.getByRole('link', { name: new RegExp(`${namesIn(users)} \\d\\d:\\d\\d–`) }).first();
    expect(await line.count(), saturday).toBe(1);
  }

  // Calendars reach half a year ahead: the weekends of spring are in it.
  const text = await (await fetch(new URL(new URL(address).pathname, product.url))).text();
  const events = text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => ({
      start: instantIn(event, 'DTSTART'),
      end: instantIn(event, 'DTEND'),
      summary: /SUMMARY:(.*)/.exec(event)?.[1] ?? '',
    }));
  const last = Math.max(...events.map(({ end }) => end));
  let asked = 0;
  for (const instant of WEEKENDS.flatMap(instantsOf).filter((one) => Date.parse(one) < last)) {
    const { users } = await api.get(`/oncall?schedule=${id}&at=${instant}`);
    const found = events.find(({ start, end }) => start <= Date.parse(instant) && Date.parse(instant) < end);
    expect(found?.summary, instant).toContain(namesIn(users));
    asked += 1;
  }
  expect(asked).toBeGreaterThan(0);
}, 300_000);

function instantIn(event, name) {
  const [, date = '', time = ''] = new RegExp(`${name}[^:]*:(\\d{8})T(\\d{6})Z`).exec(event) ?? [];
  return Date.parse(
    `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4)}Z`,
  );
}
