import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { keepCurrent } from './keep-current';
import { type Random, randomCase, randomFrom } from './random-schedule.testing';
import { onCallAt } from './resolve';
import { instantOf, type Layer } from './schedule';

// A Wednesday in turn 1 of weekly turns.
const NOW = instantOf('2024-01-10T12:00:00Z');
const layer = (users: Layer['users'], given: Partial<Layer> = {}): Layer => ({
  name: 'Primary',
  priority: 1,
  start: '2024-01-01T09:00:00Z',
  end: null,
  rotation: { unit: 'week', length: 1, anchor: '2024-01-01T09:00', handoff: '09:00' },
  users,
  restrictions: [],
  ...given,
});
const plan = (...layers: Layer[]) => ({ timezone: 'Europe/Berlin', layers });
const kept = (before: Layer[], after: Layer[], at = NOW) =>
  keepCurrent(plan(...before), plan(...after), at).map(({ users }) => users);

describe('keeping whoever is on call', () => {
  it('turns the people of a layer round, and keeps their order', () => {
    expect(kept([layer(['A', 'B', 'C'])], [layer(['C', 'B', 'A', 'D'])])).toEqual([['C', 'B', 'A', 'D']]);
    expect(kept([layer(['A', 'B', 'C'])], [layer(['B', 'C', 'A'])])).toEqual([['A', 'B', 'C']]);
    expect(kept([layer(['A', 'B'])], [layer(['X', 'A', 'B'])])).toEqual([['A', 'B', 'X']]);
  });

  it('holds over another rotation', () => {
    const daily = { unit: 'day' as const, length: 1, anchor: '2023-05-01T18:00', handoff: '18:00' };
    const [users] = kept([layer(['A', 'B', 'C'])], [layer(['A', 'B', 'C'], { rotation: daily })]);
    const after = plan(layer(users ?? [], { rotation: daily }));
    expect(onCallAt({ ...after, overrides: [] }, NOW).users).toEqual(['B']);
  });

  it('leaves a layer alone whose current person is no longer in it', () => {
    expect(kept([layer(['A', 'B', 'C'])], [layer(['C', 'A'])])).toEqual([['C', 'A']]);
  });

  it('keeps pairs, and a person who becomes part of a pair', () => {
    expect(kept([layer(['A', ['B', 'C']])], [layer([['C', 'B'], 'A'])])).toEqual([['A', ['C', 'B']]]);
    expect(kept([layer(['A', 'B'])], [layer([['A', 'B'], 'A'])])).toEqual([['A', ['A', 'B']]]);
  });

  it('keeps an empty slot', () => {
    expect(kept([layer(['A', null])], [layer([null, 'A'])])).toEqual([['A', null]]);
  });

  it('compares layers by name, others in their order', () => {
    const [top, low] = [layer(['A', 'B'], { name: 'Top' }), layer(['X', 'Y'], { name: 'Low' })];
    expect(
      kept(
        [top, low],
        [
          { ...low, users: ['Y', 'X'] },
          { ...top, name: 'New', users: ['B', 'A'] },
        ],
      ),
    ).toEqual([
      ['X', 'Y'],
      ['A', 'B'],
    ]);
    expect(kept([top], [top, layer(['B', 'A'], { name: 'Another' })])).toEqual([
      ['A', 'B'],
      ['B', 'A'],
    ]);
  });

  it('looks at turns, not at restrictions', () => {
    const nights: Layer['restrictions'] = [{ kind: 'daily', startTime: '22:00', endTime: '06:00' }];
    expect(kept([layer(['A', 'B'], { restrictions: nights })], [layer(['B', 'A'])])).toEqual([['A', 'B']]);
  });

  it('compares a layer that counts only active turns by its next one', () => {
    const weekends: Partial<Layer> = {
      rotation: { unit: 'day', length: 1, anchor: '2024-01-01T00:00', handoff: '00:00' },
      restrictions: [{ kind: 'weekly', startDay: 'saturday', startTime: '00:00', endDay: 'monday', endTime: '00:00' }],
      countOnlyActiveTurns: true,
    };
    expect(kept([layer(['A', 'B', 'C'], weekends)], [layer(['A', 'B', 'C', 'D'], weekends)])).toEqual([
      ['A', 'B', 'C', 'D'],
    ]);
    expect(kept([layer(['A', 'B', 'C'], weekends)], [layer(['C', 'A'], weekends)])).toEqual([['C', 'A']]);
  });

  it('leaves layers alone that do not live then', () => {
    const later = { start: new Date(NOW + DAY).toISOString() };
    expect(kept([layer(['A', 'B'], later)], [layer(['B', 'A'])])).toEqual([['B', 'A']]);
    expect(kept([layer(['A', 'B'])], [layer(['B', 'A'], later)])).toEqual([['B', 'A']]);
  });

  it('changes nothing by saving a schedule as it is, at any time', () => {
    const random: Random = randomFrom(7);
    for (let i = 0; i < 100; i += 1) {
      const { schedule, around } = randomCase(random);
      const again = keepCurrent(schedule, schedule, around + random.int(-48, 48) * HOUR);
      expect(again).toEqual(schedule.layers);
    }
  });
});
