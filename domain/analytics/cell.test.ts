import { expect, it } from 'vitest';
import { type Cell, sameCells } from './cell';
import { nothing } from './measures';

const cell = (change: Partial<Cell['measures']>, day = 1): Cell => ({
  ...{ day, serviceId: 'svc_1', teamId: null, urgency: 'HIGH', priority: 'P1' },
  measures: { ...nothing(), ...change },
});

it('says the same in any order of cells, samples and keys', () => {
  const people = { a: { business: 1, off: 0, sleep: 0, ack: [3, 1] }, b: { business: 0, off: 2, sleep: 0, ack: [] } };
  const turned = { b: { sleep: 0, off: 2, business: 0, ack: [] }, a: { ack: [1, 3], sleep: 0, off: 0, business: 1 } };
  const a = [cell({ ack: [10, 2, 30], people }), cell({ incidents: 1 }, 2)];
  const b = [cell({ incidents: 1 }, 2), cell({ ack: [2, 10, 30], people: turned })];
  expect(sameCells(a, b)).toBe(true);
});

it('tells one more sample, another count and a cell too few apart', () => {
  const one = [cell({ ack: [1, 2] })];
  expect(sameCells(one, [cell({ ack: [1, 2, 2] })])).toBe(false);
  expect(sameCells(one, [cell({ ack: [1, 2], incidents: 1 })])).toBe(false);
  expect(sameCells(one, [])).toBe(false);
});
