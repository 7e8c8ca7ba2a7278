import { expect, it } from 'vitest';
import { zoneGroups } from './zones';

it('offers zones by place, and never loses the one that is set', () => {
  const known = ['America/Argentina/Ushuaia', 'America/New_York', 'Europe/Lisbon'];
  expect(zoneGroups('US/Eastern', known)).toEqual([
    {
      region: 'America',
      zones: [
        { zone: 'America/Argentina/Ushuaia', place: 'Argentina, Ushuaia' },
        { zone: 'America/New_York', place: 'New York' },
      ],
    },
    { region: 'Europe', zones: [{ zone: 'Europe/Lisbon', place: 'Lisbon' }] },
    { region: 'US', zones: [{ zone: 'US/Eastern', place: 'Eastern' }] },
    { region: 'UTC and others', zones: [{ zone: 'UTC', place: 'UTC' }] },
  ]);
});
