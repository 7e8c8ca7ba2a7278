import { expect, it } from 'vitest';
import type { Layer, Schedule } from './schedule';
import { timelineOf } from './timeline';

const at = (text: string) => Date.parse(`${text}:00Z`);
const layer = (name: string, priority: number, more: Partial<Layer> = {}): Layer => ({
  name,
  priority,
  start: '2026-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'day', length: 1, anchor: '2026-01-01T00:00', handoff: '00:00' },
  users: [name],
  restrictions: [],
  ...more,
});
const schedule: Schedule = {
  timezone: 'UTC',
  layers: [
    layer('below', 1),
    layer('top', 5, { restrictions: [{ kind: 'daily', startTime: '09:00', endTime: '17:00' }] }),
  ],
  overrides: [{ user: 'cy', start: '2026-03-01T10:00:00Z', end: '2026-03-01T11:00:00Z' }],
};

it('has the highest layer first, each as it is alone', () => {
  const { layers } = timelineOf(schedule, at('2026-03-01T00:00'), at('2026-03-02T00:00'));
  expect(layers.map(({ name, index }) => [name, index])).toEqual([
    ['top', 1],
    ['below', 0],
  ]);
  expect(layers[0]?.segments).toEqual([{ start: at('2026-03-01T09:00'), end: at('2026-03-01T17:00'), users: ['top'] }]);
  expect(layers[1]?.segments).toHaveLength(1);
});

it('answers the whole range without holes, with what decided each part', () => {
  const { final } = timelineOf(schedule, at('2026-03-01T00:00'), at('2026-03-02T00:00'));
  expect(final.map(({ users, source }) => [users[0], source])).toEqual([
    ['below', 'layer'],
    ['top', 'layer'],
    ['cy', 'override'],
    ['top', 'layer'],
    ['below', 'layer'],
  ]);
  expect(final.at(0)?.start).toBe(at('2026-03-01T00:00'));
  expect(final.at(-1)?.end).toBe(at('2026-03-02T00:00'));
});

it('leaves out who cannot be paged, so that a hole is seen', () => {
  const { final } = timelineOf(schedule, at('2026-03-01T00:00'), at('2026-03-02T00:00'), (user) => user === 'top');
  expect(final.filter(({ users }) => users.length === 0)).toHaveLength(2);
});
