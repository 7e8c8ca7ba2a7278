import { beforeAll, expect, it } from 'vitest';
import { type NightAndDay, nightAndDay } from './night-and-day';

// The first page of the day: what is open, who answers, and what will go wrong if nobody mends it.

let world: NightAndDay['world'];
let ana: NightAndDay['ana'];
let path: NightAndDay['path'];
const HOUR = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR).toISOString();

beforeAll(async () => {
  ({ world, ana, path } = await nightAndDay());
}, 60_000);

it('names the gaps of the coming week, and leads to filling them', async () => {
  const { text } = await ana.look('/');
  expect(text).toMatch(/The next 7 days.*Nobody is on call.*Night and day.*\d (hr|min)\..*Find somebody/s);
  expect(text).toContain(`href="${path('/overrides/new?start=')}`);
});

it('names maintenance that is near, and none that is far', async () => {
  const plan = (name: string, hours: number) =>
    world.create('/maintenance-windows', {
      name,
      serviceIds: [world.service.id],
      timezone: 'UTC',
      startAt: inHours(hours),
      endAt: inHours(hours + 2),
    });
  await plan('Move the ledger', 30);
  await plan('Change the roof', 24 * 20);
  const { text } = await ana.look('/');
  expect(text).toMatch(/Maintenance from .*Move the ledger/s);
  expect(text).not.toContain('Change the roof');
});

it('tells the end of a shift on two clocks only where they differ', async () => {
  const zone = (timezone: string) => world.call('PATCH', `/users/${world.people.ana}`, { timezone });
  await zone('Europe/Lisbon');
  expect((await ana.look('/oncall')).text).not.toContain('your time');
  await zone('Asia/Tokyo');
  expect((await ana.look('/oncall')).text).toMatch(/your time \(.*London\)/);
});

it('says that its words are English, whatever language dates are in', async () => {
  await world.call('PATCH', `/users/${world.people.ana}`, { locale: 'de' });
  expect((await ana.look('/')).text).toContain('<html lang="en"');
});
