import { expect, it } from 'vitest';
import { candidatesFor } from './proposal';

const span = { start: 100, end: 200 };

it('puts whoever is free and carries least first, and says who is not free and why', () => {
  const found = candidatesFor(span, {
    people: ['bo', 'cy', 'dee', 'eli'],
    shifts: [
      { user: 'cy', start: 150, end: 300 },
      { user: 'bo', start: 200, end: 300 },
    ],
    away: [{ user: 'dee', start: 0, end: 101 }],
    weighed: [
      { user: 'bo', start: 0, end: 50 },
      { user: 'eli', start: 0, end: 20 },
    ],
  });
  expect(found).toEqual([
    { user: 'eli', busy: null, load: 20 },
    { user: 'bo', busy: null, load: 50 },
    { user: 'cy', busy: 'on-call', load: 0 },
    { user: 'dee', busy: 'away', load: 0 },
  ]);
});
