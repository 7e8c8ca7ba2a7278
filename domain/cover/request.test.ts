import { describe, expect, it } from 'vitest';
import { type CoverAct, type CoverRequest, decideCover, expiryOf, isOnCallFor, stateAt } from './request';

const request: CoverRequest = {
  id: 'cov_1',
  scheduleId: 'sch_1',
  userId: 'ana',
  startAt: 1000,
  endAt: 2000,
  state: 'OPEN',
  takenBy: null,
  overrideId: null,
  expiresAt: 1000,
  version: 1,
  createdAt: 0,
  closedAt: null,
  offers: [
    { userId: 'bo', state: 'OFFERED' },
    { userId: 'cy', state: 'OFFERED' },
  ],
};
const take = (by: string): CoverAct => ({ kind: 'take', by, overrideId: 'ovr_1' });
const changed = (one: CoverRequest, act: CoverAct, now = 500): CoverRequest => {
  const outcome = decideCover(one, act, now);
  if ('refused' in outcome) throw new Error(outcome.refused);
  return outcome.request;
};

describe('a request for cover', () => {
  it('goes to the first who takes it, and every other offer closes', () => {
    expect(decideCover(request, take('bo'), 500)).toEqual({
      news: 'taken',
      request: {
        ...request,
        state: 'TAKEN',
        takenBy: 'bo',
        overrideId: 'ovr_1',
        closedAt: 500,
        version: 2,
        offers: [
          { userId: 'bo', state: 'TAKEN' },
          { userId: 'cy', state: 'CLOSED' },
        ],
      },
    });
    expect(decideCover(changed(request, take('bo')), take('cy'), 501)).toEqual({ refused: 'taken' });
  });

  it('stays open while somebody has not declined, and ends with the last', () => {
    const one = changed(request, { kind: 'decline', by: 'bo' });
    expect(one).toMatchObject({ state: 'OPEN', version: 2 });
    expect(decideCover(one, { kind: 'decline', by: 'cy' }, 600)).toMatchObject({
      news: 'ended',
      request: { state: 'DECLINED', closedAt: 600 },
    });
  });

  it('can be taken by somebody who declined before, while it is open', () => {
    expect(changed(changed(request, { kind: 'decline', by: 'bo' }), take('bo')).takenBy).toBe('bo');
  });

  it('ends when the shift starts, also before a sweep has said so', () => {
    expect(stateAt(request, 999)).toBe('OPEN');
    expect(stateAt(request, 1000)).toBe('EXPIRED');
    expect(decideCover(request, take('bo'), 1000)).toEqual({ refused: 'expired' });
    expect(decideCover(request, { kind: 'expire' }, 999)).toHaveProperty('refused');
    expect(decideCover(request, { kind: 'expire' }, 1000)).toMatchObject({
      news: 'ended',
      request: { state: 'EXPIRED' },
    });
  });

  it('for what runs already can be taken until it ends', () => {
    expect(expiryOf({ start: 100, end: 900 }, 500)).toBe(900);
    expect(expiryOf({ start: 700, end: 900 }, 500)).toBe(700);
  });

  it.each([
    [take('ana'), 'own'],
    [take('dee'), 'not-offered'],
    [{ kind: 'decline', by: 'dee' } as const, 'not-offered'],
  ])('refuses whoever it was not offered to', (act, refused) => {
    expect(decideCover(request, act, 500)).toEqual({ refused });
  });

  it('cannot be withdrawn once somebody took it', () => {
    expect(decideCover(changed(request, take('bo')), { kind: 'withdraw' }, 600)).toEqual({ refused: 'taken' });
  });
});

it('a part of a shift, or of two that touch, is somebody’s own; more is not', () => {
  const shifts = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
  ];
  expect(isOnCallFor({ start: 5, end: 15 }, shifts)).toBe(true);
  expect(isOnCallFor({ start: 5, end: 21 }, shifts)).toBe(false);
});
