import { expect, it } from 'vitest';
import { backupsOf } from './duty';
import { person, plan, policy, user } from './plan.testing';

const START = Date.UTC(2026, 10, 23, 3);

it('names whom the next step reaches, with how long that takes, and nobody where there is no such step', () => {
  const people = [person('ana'), person('bo'), person('cy', ['email'], { status: 'DISABLED' })];
  const first = policy([
    [0, user('ana')],
    [300, user('cy')],
    [600, user('ana'), user('bo')],
  ]);
  const last = policy(
    [
      [0, user('bo')],
      [60, user('ana')],
    ],
    { name: 'Search' },
  );
  const all = plan({ people, policy: first });
  expect(backupsOf('ana', [first, last], all, START)).toEqual([
    { policy: 'Checkout', people: ['Bo'], afterSeconds: 900 },
    { policy: 'Search', people: [], afterSeconds: 0 },
  ]);
  expect(backupsOf('cy', [first, last], all, START)).toEqual([]);
});
