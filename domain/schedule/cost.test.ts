import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DAY, isTimeZone, toIso } from '../shared/time';
import { MOST_WORK, workEstimate } from './cost';
import { previewInput } from './preview';
import { instantOf, type Layer, type Override, type Schedule } from './schedule';
import { zoneOfWindows } from './windows-zones';

const FROM = instantOf('2026-01-01T00:00:00Z');
const many = <T>(length: number, make: (i: number) => T): T[] => Array.from({ length }, (_, i) => make(i));
const layer = (given: Partial<Layer> = {}): Layer => ({
  name: 'L',
  priority: 1,
  start: '2020-01-01T00:00:00Z',
  end: null,
  rotation: { unit: 'hour', length: 1, anchor: '2020-01-01T00:00', handoff: '00:00' },
  users: ['a', 'b', 'c'],
  restrictions: [],
  ...given,
});
const plan = (layers: Layer[], overrides: Override[] = []): Schedule => ({
  timezone: 'Europe/Berlin',
  layers,
  overrides,
});
const windows = many(50, (i) => ({
  kind: 'daily' as const,
  startTime: `0${i % 10}:${10 + (i % 50)}`,
  durationMinutes: 5,
}));
const ask = (schedule: Schedule, days: number, instants = 0) =>
  previewInput.safeParse({
    schedule,
    at: many(instants, (i) => toIso(FROM + i * DAY)),
    from: toIso(FROM),
    to: toIso(FROM + days * DAY),
  });

describe('the work of an answer', () => {
  it('is small for what people have', () => {
    const week = { unit: 'week' as const, length: 1, anchor: '2020-01-06T09:00', handoff: '09:00' };
    const overrides = many(500, (i) => ({ user: 'x', start: toIso(FROM + i * DAY), end: toIso(FROM + i * DAY + DAY) }));
    const usual = plan(
      many(10, (i) =>
        layer({ rotation: week, priority: i, users: many(20, String), restrictions: windows.slice(0, 7) }),
      ),
      overrides,
    );
    expect(workEstimate(usual)(FROM, FROM + 400 * DAY)).toBeLessThan(MOST_WORK / 4);
    expect(ask(usual, 730, 300).success).toBe(true);
  });

  it.each([
    ['many windows', plan(many(50, () => layer({ restrictions: windows }))), 730, 0],
    [
      'turns counted from long ago',
      plan([
        layer({
          restrictions: windows,
          countOnlyActiveTurns: true,
          rotation: { unit: 'hour', length: 1, anchor: '1970-01-01T00:00', handoff: '00:00' },
        }),
      ]),
      0,
      1,
    ],
    [
      'turns counted from long ago, often',
      plan([
        layer({
          restrictions: windows.slice(0, 1),
          countOnlyActiveTurns: true,
          rotation: { unit: 'hour', length: 1, anchor: '1970-01-01T00:00', handoff: '00:00' },
        }),
      ]),
      0,
      1000,
    ],
    ['crowds', plan(many(50, (i) => layer({ users: many(3, (j) => many(50, (k) => `${i}-${j}-${k}`)) }))), 30, 0],
    [
      'chains of stand-ins',
      plan(
        [layer({ users: [many(50, (k) => `p${k}`)] }), layer()],
        many(2000, (i) => ({
          user: `p${i + 1}`,
          replaces: `p${i}`,
          start: toIso(FROM + i),
          end: toIso(FROM + 700 * DAY),
        })),
      ),
      700,
      0,
    ],
  ])('is refused before it is tried: %s', (_what, schedule, days, instants) => {
    const { error } = ask(schedule, days, instants);
    expect(error?.issues.map(({ path }) => path)).toEqual([['schedule']]);
  });

  it('is no reason to refuse any of the known cases', () => {
    const folder = new URL('../../test/fixtures/schedules/', import.meta.url);
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
      for (const { schedule, queries, finalShifts = [] } of JSON.parse(readFileSync(new URL(name, folder), 'utf8'))
        .vectors) {
        const at = queries.map((query: { at: string }) => query.at);
        expect(previewInput.safeParse({ schedule, at }).success).toBe(true);
        for (const { from, to } of finalShifts)
          expect(previewInput.safeParse({ schedule, from, to }).success).toBe(true);
      }
    }
  });
});

it('zones of Windows are zones', () => {
  for (const name of ['W. Europe', 'Pacific', 'Tokyo', 'Line Islands', 'India', 'GTB', 'Greenland']) {
    expect(isTimeZone(zoneOfWindows(`${name} Standard Time`) ?? '')).toBe(true);
  }
  expect(zoneOfWindows('constructor')).toBeUndefined();
});
