import { beforeAll, expect, it } from 'vitest';
import { type NightAndDay, nightAndDay } from './night-and-day';

// The first page of the day: what is open, and who answers.

let world: NightAndDay['world'];
let ana: NightAndDay['ana'];

beforeAll(async () => {
  ({ world, ana } = await nightAndDay());
}, 60_000);

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
