import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/time';
import { changed } from './change';
import { diffSchedules } from './diff';
import { instantOf, type Layer } from './schedule';

const NOW = instantOf('2024-01-10T12:00:00Z');
const MONDAY = instantOf('2024-01-15T09:00:00Z');
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
const before = { timezone: 'UTC', layers: [layer(['A', 'B', 'C'])] };
const layersOf = (result: ReturnType<typeof changed>) => (result.ok ? result.value.layers : result.error);

describe('a change of a schedule', () => {
  it('keeps whose turn it is unless told otherwise', () => {
    const layers = [layer(['C', 'A', 'B'])];
    expect(layersOf(changed(before, { layers, keepCurrent: true }, NOW))).toEqual([layer(['A', 'B', 'C'])]);
    expect(layersOf(changed(before, { layers, keepCurrent: false }, NOW))).toEqual(layers);
  });

  it('that counts from a date ends the old layers and starts the new ones then, with who is on call then', () => {
    const result = changed(before, { layers: [layer(['C', 'B'])], keepCurrent: true, effectiveFrom: MONDAY }, NOW);
    const at = '2024-01-15T09:00:00.000Z';
    expect(layersOf(result)).toEqual([layer(['C', 'B'], { start: at }), layer(['A', 'B', 'C'], { end: at })]);
  });

  it('keeps layers whole that do not change, and drops what would never count', () => {
    const low = layer(['X'], { name: 'Low', priority: 0 });
    const old = layer(['Z'], { name: 'Old', end: '2024-01-05T00:00:00Z' });
    const coming = layer(['Y'], { name: 'Coming', start: '2024-03-01T00:00:00Z' });
    const after = [low, layer(['A', 'D'])];
    const plan = { timezone: 'UTC', layers: [layer(['A']), low, old, coming] };
    const at = '2024-01-15T09:00:00.000Z';
    expect(layersOf(changed(plan, { layers: after, keepCurrent: false, effectiveFrom: MONDAY }, NOW))).toEqual([
      low,
      layer(['A', 'D'], { start: at }),
      layer(['A'], { end: at }),
      old,
    ]);
  });

  it.each([
    ['the past', { layers: [], effectiveFrom: NOW - 1 }],
    ['a date without layers', { effectiveFrom: MONDAY }],
    ['a date for another zone', { layers: [], timezone: 'Asia/Tokyo', effectiveFrom: MONDAY }],
    ['more layers than a schedule has', { layers: Array<Layer>(50).fill(layer(['Q'])), effectiveFrom: MONDAY }],
  ])('refuses %s', (_what, change) => {
    expect(changed(before, { keepCurrent: true, ...change }, NOW)).toMatchObject({
      ok: false,
      error: { path: 'effectiveFrom' },
    });
  });
});

describe('the difference of two schedules', () => {
  const plan = (layers: Layer[]) => ({ timezone: 'UTC', layers, overrides: [] });
  const from = instantOf('2024-01-15T00:00:00Z');
  const nine = instantOf('2024-01-15T09:00:00Z');

  it('says who gains and who loses which hours, nobody first', () => {
    const after = plan([layer(['A', 'X', 'C'])]);
    const dayEnds = [{ kind: 'daily' as const, startTime: '00:00', endTime: '12:00' }];
    expect(diffSchedules(plan([layer(['A', 'B', 'C'])]), after, from, from + DAY)).toEqual([
      { user: 'B', gains: [], loses: [{ start: from, end: nine }] },
      { user: 'X', gains: [{ start: from, end: nine }], loses: [] },
    ]);
    const halved = plan([layer(['A', 'B', 'C'], { restrictions: dayEnds })]);
    const noon = from + DAY / 2;
    expect(diffSchedules(plan([layer(['A', 'B', 'C'])]), halved, from, from + DAY)).toEqual([
      { user: null, gains: [{ start: noon, end: from + DAY }], loses: [] },
      { user: 'C', gains: [], loses: [{ start: noon, end: from + DAY }] },
    ]);
  });

  it('is empty for a schedule and itself', () => {
    const same = plan([layer(['A', ['B', 'C'], null])]);
    expect(diffSchedules(same, same, from, from + 100 * DAY)).toEqual([]);
  });
});
