import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { onCallAt } from './resolve';
import { instantOf, type Layer, type Schedule, scheduleSchema } from './schedule';
import { shifts } from './shifts';

const layer: Layer = {
  name: 'Primary',
  priority: 1,
  start: '1900-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'hour', length: 1, anchor: '1971-01-01T09:00', handoff: '09:00' },
  users: ['A', null, ['B', 'C']],
  restrictions: [{ kind: 'daily', startTime: '09:00', endTime: '17:00' }],
  countOnlyActiveTurns: true,
};
const schedule: Schedule = {
  timezone: 'Europe/Berlin',
  layers: [layer],
  overrides: [{ user: null, start: '2024-01-01T00:00:00Z', end: '2024-01-02T00:00:00+01:00', replaces: 'A' }],
};
const withLayer = (given: object) => ({ ...schedule, layers: [{ ...layer, ...given }] });
const withRestriction = (restriction: object) => withLayer({ restrictions: [restriction] });

describe('the schema of a schedule', () => {
  it('takes every option and changes nothing', () => {
    expect(scheduleSchema.parse(schedule)).toEqual(schedule);
  });

  it.each([
    ['a zone that does not exist', { ...schedule, timezone: 'Mars/Olympus' }],
    ['a misspelt field, which would otherwise be dropped in silence', withLayer({ restriction: [] })],
    ['a start that is no instant', withLayer({ start: '2024-01-01' })],
    ['an anchor that is no date', withLayer({ rotation: { ...layer.rotation, anchor: '2023-02-29T09:00' } })],
    ['a handoff that contradicts the anchor', withLayer({ rotation: { ...layer.rotation, handoff: '10:00' } })],
    ['a turn of no length', withLayer({ rotation: { ...layer.rotation, length: 0 } })],
    ['a turn of 8785', withLayer({ rotation: { ...layer.rotation, length: 8785 } })],
    ['201 users', withLayer({ users: Array.from({ length: 201 }, () => 'A') })],
    ['a person without a name', withLayer({ users: [''] })],
    ['a time of day of 24:00', withRestriction({ kind: 'daily', startTime: '09:00', endTime: '24:00' })],
    ['a window without an end', withRestriction({ kind: 'daily', startTime: '09:00' })],
    [
      'a window with two ends',
      withRestriction({ kind: 'daily', startTime: '09:00', endTime: '10:00', durationMinutes: 5 }),
    ],
    [
      'a weekly window that ends on no day',
      withRestriction({ kind: 'weekly', startDay: 'monday', startTime: '09:00', endTime: '10:00' }),
    ],
    ['counting active turns from long ago', withLayer({ rotation: { ...layer.rotation, anchor: '1969-12-31T09:00' } })],
    ['counting active turns of 13 months', withLayer({ rotation: { ...layer.rotation, unit: 'month', length: 13 } })],
    ['51 layers', { ...schedule, layers: Array.from({ length: 51 }, () => layer) }],
    ['2001 overrides', { ...schedule, overrides: Array.from({ length: 2001 }, () => schedule.overrides[0]) }],
  ])('refuses %s', (_, given) => {
    expect(scheduleSchema.safeParse(given).success).toBe(false);
  });
});

describe('a schedule that is far from its anchor', () => {
  it('finds an hour turn centuries away', () => {
    const hourly = {
      ...schedule,
      layers: [{ ...layer, countOnlyActiveTurns: false, restrictions: [], users: ['A', 'B'] }],
    };
    const anchor = instantOf('1971-01-01T08:00:00Z');
    for (const turn of [-500_000, -1, 0, 1, 999_999, 5_000_001]) {
      const user = turn % 2 === 0 ? 'A' : 'B';
      const at = anchor + turn * HOUR;
      expect(onCallAt(hourly, at + 1)).toMatchObject({ users: [user], until: at + HOUR });
    }
  });

  it('gives nothing for a range without length', () => {
    const from = instantOf('2024-05-01T00:00:00Z');
    expect(shifts(schedule, from, from)).toEqual([]);
    expect(shifts(schedule, from + DAY, from)).toEqual([]);
  });

  it('throws for text that the schema would refuse', () => {
    expect(() => onCallAt(withLayer({ start: 'soon' }) as Schedule, 0)).toThrow(RangeError);
    const crooked = withLayer({ rotation: { ...layer.rotation, anchor: 'soon' } }) as Schedule;
    expect(() => onCallAt(crooked, 0)).toThrow(RangeError);
  });
});
