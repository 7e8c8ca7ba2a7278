import { describe, expect, it } from 'vitest';
import { DAY, HOUR, type Instant } from '../shared/time';
import { onCallAt } from './resolve';
import { instantOf, type Layer, type Override, type Schedule } from './schedule';
import { gaps, nextHandoff, shifts } from './shifts';

const MONDAY = instantOf('2024-01-01T00:00:00Z');
const at = (days: number, hours = 0): Instant => MONDAY + days * DAY + hours * HOUR;
const iso = (instant: Instant): string => new Date(instant).toISOString();

const layer = (given: Partial<Layer>): Layer => ({
  name: 'Primary',
  priority: 1,
  start: '2023-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'day', length: 1, anchor: '2024-01-01T00:00', handoff: '00:00' },
  users: ['A', 'B', 'C'],
  restrictions: [],
  ...given,
});
const override = (user: string | null, start: Instant, end: Instant, replaces?: string): Override => ({
  user,
  start: iso(start),
  end: iso(end),
  ...(replaces === undefined ? {} : { replaces }),
});
const schedule = (layers: Layer[], overrides: Override[] = []): Schedule => ({ timezone: 'UTC', layers, overrides });
const whoAt = (plan: Schedule, instant: Instant) => onCallAt(plan, instant).users;
const disabled =
  (...users: string[]) =>
  (user: string) =>
    !users.includes(user);

describe('a turn of several people', () => {
  const pairs = schedule([layer({ users: [['A', 'B', 'A'], 'B', []] })]);

  it('has all of them on call together, each once', () => {
    expect(whoAt(pairs, at(0, 5))).toEqual(['A', 'B']);
  });

  it('merges the shift of whoever goes on in the next turn', () => {
    expect(shifts(pairs, at(0), at(3))).toEqual([
      { user: 'A', start: at(0), end: at(1) },
      { user: 'B', start: at(0), end: at(2) },
    ]);
  });

  it('is nobody when the list is empty, so that the lower layer shows through', () => {
    expect(gaps(pairs, at(0), at(3))).toEqual([{ start: at(2), end: at(3) }]);
    const backed = schedule([layer({ users: ['Z'], priority: 0 }), ...pairs.layers]);
    expect(whoAt(backed, at(2, 5))).toEqual(['Z']);
  });
});

describe('a layer that counts only active turns', () => {
  const weekends: Layer['restrictions'] = [
    { kind: 'weekly', startDay: 'saturday', startTime: '00:00', endDay: 'monday', endTime: '00:00' },
  ];
  const active = schedule([layer({ restrictions: weekends, countOnlyActiveTurns: true })]);

  it('goes through its people weekend by weekend, while turns outside are used up without the option', () => {
    expect([5, 6, 12, 13, 19].map((day) => whoAt(active, at(day, 1))[0])).toEqual(['A', 'B', 'C', 'A', 'B']);
    const plain = schedule([layer({ restrictions: weekends })]);
    expect([5, 6, 12, 13, 19].map((day) => whoAt(plain, at(day, 1))[0])).toEqual(['C', 'A', 'A', 'B', 'B']);
  });

  it('counts back before the anchor', () => {
    expect([-1, -2, -8, -9].map((day) => whoAt(active, at(day, 1))[0])).toEqual(['C', 'B', 'A', 'C']);
  });

  it('gives the same answer wherever a range begins', () => {
    const whole = shifts(active, at(-100), at(100));
    for (let day = -40; day < 40; day += 1) {
      const part = shifts(active, at(day, 7), at(100));
      expect(part).toEqual(
        whole
          .filter(({ end }) => end > at(day, 7))
          .map((shift) => ({ ...shift, start: Math.max(shift.start, at(day, 7)) })),
      );
    }
  });

  it('counts a turn that only partly lies inside a window', () => {
    const mornings: Layer['restrictions'] = [{ kind: 'daily', startTime: '09:00', endTime: '13:00' }];
    const sixHours = layer({
      rotation: { unit: 'hour', length: 6, anchor: '2024-01-01T00:00', handoff: '00:00' },
      restrictions: mornings,
      countOnlyActiveTurns: true,
    });
    expect([9, 12, 33, 36].map((hour) => whoAt(schedule([sixHours]), at(0, hour))[0])).toEqual(['A', 'B', 'C', 'A']);
  });

  it('is the plain rotation when it has no restrictions', () => {
    const plain = schedule([layer({})]);
    expect(shifts(schedule([layer({ countOnlyActiveTurns: true })]), at(-9), at(9))).toEqual(
      shifts(plain, at(-9), at(9)),
    );
  });
});

describe('an override that replaces one person', () => {
  const pair = [layer({ users: [['A', 'B']] })];

  it('leaves the others on call', () => {
    const plan = schedule(pair, [override('X', at(0), at(1), 'A')]);
    expect(onCallAt(plan, at(0, 1))).toMatchObject({ users: ['X', 'B'], source: 'override', until: at(1) });
  });

  it('takes the person out when nobody stands in', () => {
    const plan = schedule(pair, [override(null, at(0), at(1), 'A'), override(null, at(0, 6), at(1), 'B')]);
    expect(whoAt(plan, at(0, 1))).toEqual(['B']);
    expect(gaps(plan, at(0), at(1))).toEqual([{ start: at(0, 6), end: at(1) }]);
  });

  it('does nothing while that person is not on call', () => {
    const plan = schedule([layer({})], [override('X', at(0), at(3), 'B')]);
    expect(onCallAt(plan, at(0, 1))).toMatchObject({ users: ['A'], source: 'layer' });
    expect(shifts(plan, at(0), at(3)).map(({ user }) => user)).toEqual(['A', 'X', 'C']);
  });

  it('counts the stand-in once when they are on call anyway', () => {
    expect(whoAt(schedule(pair, [override('B', at(0), at(1), 'A')]), at(0, 1))).toEqual(['B']);
  });

  it('is beaten by a later one for the same person, and by a later one for everybody', () => {
    const twice = [override('X', at(0), at(1), 'A'), override('Y', at(0), at(1), 'A')];
    expect(whoAt(schedule(pair, twice), at(0, 1))).toEqual(['Y', 'B']);
    expect(whoAt(schedule(pair, [...twice, override('Z', at(0), at(1))]), at(0, 1))).toEqual(['Z']);
  });

  it('can hand on what an earlier override took over', () => {
    const chain = [override('X', at(0), at(1), 'A'), override('Y', at(0), at(1), 'X')];
    expect(whoAt(schedule(pair, chain), at(0, 1))).toEqual(['Y', 'B']);
    const whole = [override('X', at(0), at(1)), override('Y', at(0), at(1), 'X')];
    expect(whoAt(schedule(pair, whole), at(0, 1))).toEqual(['Y']);
  });
});

describe('a person who is not available', () => {
  it('keeps the turn, in which the next lower layer shows through, and the order stays', () => {
    const plan = schedule([layer({}), layer({ users: ['Z'], priority: 0 })]);
    expect(shifts(plan, at(0), at(4), disabled('B')).map(({ user }) => user)).toEqual(['A', 'Z', 'C', 'A']);
  });

  it('leaves a gap without a lower layer', () => {
    expect(onCallAt(schedule([layer({})]), at(1), disabled('B'))).toEqual({ users: [], source: 'none', until: at(2) });
  });

  it('leaves the others of their turn on call', () => {
    expect(onCallAt(schedule([layer({ users: [['A', 'B']] })]), at(0), disabled('A')).users).toEqual(['B']);
  });

  it('hides nobody by an override: whoever it would have hidden is on call', () => {
    const plan = schedule([layer({})], [override('X', at(0), at(1)), override('Y', at(0), at(1))]);
    expect(onCallAt(plan, at(0), disabled('Y')).users).toEqual(['X']);
    expect(onCallAt(plan, at(0), disabled('X', 'Y'))).toMatchObject({ users: ['A'], source: 'layer' });
  });
});

describe('until and the next handoff', () => {
  it('are when other people come on call, not when a turn or an override of the same person ends', () => {
    const plan = schedule([layer({ users: ['A', 'A', 'B'] })], [override('A', at(0, 3), at(0, 9))]);
    expect(onCallAt(plan, at(0, 1))).toEqual({ users: ['A'], source: 'layer', until: at(2) });
    expect(onCallAt(plan, at(0, 4))).toEqual({ users: ['A'], source: 'override', until: at(2) });
    expect(nextHandoff(plan, at(0, 1))).toEqual({ at: at(2), users: ['B'] });
  });

  it('are null when nothing changes within 366 days', () => {
    const plan = schedule([layer({ users: ['A'] })]);
    expect(onCallAt(plan, at(0)).until).toBeNull();
    expect(nextHandoff(plan, at(0))).toBeNull();
    const ends = schedule([layer({ users: ['A'], end: iso(at(366)) })]);
    expect(onCallAt(ends, at(0)).until).toBeNull();
    expect(nextHandoff(ends, at(0) + 1)).toEqual({ at: at(366), users: [] });
  });
});
