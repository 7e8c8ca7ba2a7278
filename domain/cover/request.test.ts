import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import {
  type CoverAct,
  type CoverRequest,
  decideCover,
  expiryOf,
  handoversOf,
  isOnCallFor,
  reminderOf,
  stateAt,
} from './request';

const request: CoverRequest = {
  id: 'cov_1',
  scheduleId: 'sch_1',
  userId: 'ana',
  startAt: 1000,
  endAt: 2000,
  state: 'OPEN',
  takenBy: null,
  overrideId: null,
  returnStartAt: null,
  returnEndAt: null,
  returnOverrideId: null,
  expiresAt: 1000,
  remindAt: 600,
  version: 1,
  createdAt: 0,
  closedAt: null,
  offers: [
    { userId: 'bo', state: 'OFFERED' },
    { userId: 'cy', state: 'OFFERED' },
  ],
};
const take = (by: string): CoverAct => ({ kind: 'take', by, overrideId: 'ovr_1', returnOverrideId: 'ovr_2' });
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
    expect(expiryOf([{ start: 100, end: 900 }], 500)).toBe(900);
    expect(expiryOf([{ start: 700, end: 900 }], 500)).toBe(700);
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

describe('an exchange', () => {
  const exchange: CoverRequest = {
    ...request,
    returnStartAt: 700,
    returnEndAt: 800,
    expiresAt: 700,
    offers: [{ userId: 'bo', state: 'OFFERED' }],
  };

  it('can be accepted until the first of its shifts starts', () => {
    const [mine, theirs] = [
      { start: 1000, end: 2000 },
      { start: 700, end: 800 },
    ];
    expect(expiryOf([mine, theirs], 500)).toBe(700);
  });

  it('lets both shifts change hands when the other accepts', () => {
    const after = changed(exchange, take('bo'));
    expect(after).toMatchObject({ state: 'TAKEN', overrideId: 'ovr_1', returnOverrideId: 'ovr_2' });
    expect(handoversOf(after, 500)).toEqual([
      { overrideId: 'ovr_1', from: 'ana', to: 'bo', span: { start: 1000, end: 2000 } },
      { overrideId: 'ovr_2', from: 'bo', to: 'ana', span: { start: 700, end: 800 } },
    ]);
  });

  it('leaves all where it was when the other declines', () => {
    const after = changed(exchange, { kind: 'decline', by: 'bo' });
    expect(after.state).toBe('DECLINED');
    expect(handoversOf(after, 500)).toEqual([]);
  });
});

it('of a shift that runs already only the rest changes hands', () => {
  expect(handoversOf(changed(request, take('bo')), 1500)).toEqual([
    { overrideId: 'ovr_1', from: 'ana', to: 'bo', span: { start: 1500, end: 2000 } },
  ]);
});

describe('a reminder', () => {
  it('is due a day before the end, half-way there if that is later, and not at all for what ends soon', () => {
    expect(reminderOf(7 * DAY, 0)).toBe(6 * DAY);
    expect(reminderOf(DAY, 0)).toBe(12 * HOUR);
    expect(reminderOf(2 * HOUR - 1, 0)).toBeNull();
  });

  it('goes out once, and only while the request is open', () => {
    const waiting = { ...request, remindAt: HOUR, expiresAt: 2 * HOUR };
    const remind = { kind: 'remind' } as const;
    expect(decideCover(waiting, remind, HOUR - 1)).toEqual({ refused: 'not-due' });
    const after = { ...waiting, remindAt: null, version: 2 };
    expect(decideCover(waiting, remind, HOUR)).toEqual({ request: after, news: 'reminded' });
    expect(decideCover(after, remind, HOUR + 1)).toEqual({ refused: 'not-due' });
    expect(decideCover(changed(waiting, take('bo')), remind, HOUR)).toEqual({ refused: 'taken' });
    expect(decideCover(waiting, remind, 2 * HOUR)).toEqual({ refused: 'expired' });
  });

  it('that comes so late that the shift is about to begin is left out', () => {
    const waiting = { ...request, remindAt: HOUR, expiresAt: 2 * HOUR };
    expect(decideCover(waiting, { kind: 'remind' }, 2 * HOUR - 60_000)).toMatchObject({
      request: { remindAt: null },
      news: null,
    });
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
