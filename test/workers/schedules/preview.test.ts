import { describe, expect, it } from 'vitest';
import { layer } from '../config/support';
import { call } from './support';

const schedule = { timezone: 'UTC', layers: [layer(['ann'])], overrides: [] };
const changed = (change: object) => ({ ...schedule, layers: [{ ...layer(['ann']), ...change }] });
const many = <T>(length: number, item: T): T[] => Array<T>(length).fill(item);
const turn = { unit: 'hour', length: 1, anchor: '1970-01-01T00:00', handoff: '00:00' };
const minutes = { kind: 'daily', startTime: '09:00', durationMinutes: 1 };

describe('a preview that cannot be taken', () => {
  it.each([
    ['no schedule', {}, '/schedule'],
    ['an unknown zone', { schedule: { ...schedule, timezone: 'Mars/Olympus' } }, '/schedule/timezone'],
    ['an instant without zone', { schedule, at: ['2026-01-01T00:00:00'] }, '/at/0'],
    ['a date', { schedule, from: '2026-01-01', to: '2026-02-01T00:00:00Z' }, '/from'],
    ['half a range', { schedule, from: '2026-01-01T00:00:00Z' }, '/to'],
    ['a range that runs backwards', { schedule, from: '2026-01-02T00:00:00Z', to: '2026-01-01T00:00:00Z' }, '/to'],
    ['a range of centuries', { schedule, from: '2000-01-01T00:00:00Z', to: '2400-01-01T00:00:00Z' }, '/to'],
    ['too many instants', { schedule, at: many(1001, '2026-01-01T00:00:00Z') }, '/at'],
    ['an unknown field', { schedule: changed({ colour: 'red' }) }, '/schedule/layers/0'],
    [
      'turns of no length',
      { schedule: changed({ rotation: { ...turn, length: 0 } }) },
      '/schedule/layers/0/rotation/length',
    ],
    [
      'turns of a millennium',
      { schedule: changed({ rotation: { ...turn, length: 1e9 } }) },
      '/schedule/layers/0/rotation/length',
    ],
    [
      'an anchor that is no date',
      { schedule: changed({ rotation: { ...turn, anchor: '2026-02-30T00:00' } }) },
      '/schedule/layers/0/rotation/anchor',
    ],
    ['too many layers', { schedule: { ...schedule, layers: many(51, layer(['a'])) } }, '/schedule/layers'],
    [
      'overrides without number',
      {
        schedule: {
          ...schedule,
          overrides: many(2001, { user: 'a', start: '2026-01-01T00:00:00Z', end: '2026-01-02T00:00:00Z' }),
        },
      },
      '/schedule/overrides',
    ],
    [
      'more work than an answer is worth: windows',
      {
        schedule: { ...schedule, layers: many(50, { ...layer(['a']), restrictions: many(50, minutes) }) },
        from: '2026-01-01T00:00:00Z',
        to: '2027-12-01T00:00:00Z',
      },
      '/schedule',
    ],
    [
      'more work than an answer is worth: active turns since 1970',
      {
        schedule: {
          ...schedule,
          layers: many(50, {
            ...layer(['a']),
            rotation: turn,
            restrictions: many(50, minutes),
            countOnlyActiveTurns: true,
          }),
        },
        at: ['2026-01-01T00:00:00Z'],
      },
      '/schedule',
    ],
  ])('%s', async (_what, body, pointer) => {
    const answer = await call('POST', '/schedules/preview', body);
    expect(answer.status).toBe(400);
    expect((answer.body.errors as { pointer: string }[]).map((error) => error.pointer)).toContain(pointer);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a deep nest', `{"schedule":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
  ])('%s', async (_what, text) => {
    expect((await call('POST', '/schedules/preview', text)).status).toBe(400);
  });
});

it('a preview of far times and zones with changes of date is answered', async () => {
  const at = ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59.999Z', '9999-12-31T23:59:59Z', '2011-12-30T10:00:00Z'];
  const answer = await call('POST', '/schedules/preview', { schedule: { ...schedule, timezone: 'Pacific/Apia' }, at });
  expect(answer.status).toBe(200);
  expect((answer.body.queries as { users: string[] }[]).map(({ users }) => users)).toEqual([[], [], ['ann'], []]);
});
