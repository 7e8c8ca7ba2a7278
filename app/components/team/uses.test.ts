import { expect, it } from 'vitest';
import { policiesPaging } from './uses';

it('finds the policies that page a team', () => {
  const team = { kind: 'TEAM', id: 'payments' } as const;
  const person = { kind: 'USER', id: 'payments' } as const;
  const policies = [
    { id: 'step', name: 'Step', steps: [{ targets: [person] }, { targets: [person, team] }], lastResort: [] },
    { id: 'last', name: 'Last resort', steps: [], lastResort: [team] },
    { id: 'other', name: 'Other', steps: [{ targets: [person] }], lastResort: [] },
  ];
  expect(policiesPaging(policies, 'payments').map(({ id }) => id)).toEqual(['step', 'last']);
});
