import { describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../shared/time';
import { findings, type Staff } from './coverage';
import { loads } from './fairness';
import { instantOf, type Layer, type Schedule } from './schedule';

const hours = (ms: number) => ms / HOUR;

describe('fairness', () => {
  // Friday 2024-03-29, 12:00, to Monday 12:00: Europe springs forward on Sunday, New York does not.
  const from = instantOf('2024-03-29T12:00:00Z');
  const to = from + 3 * DAY;
  const zoneOf = (user: string) => (user === 'ana' ? 'Europe/Berlin' : 'America/New_York');
  const of = (user: string) => loads([{ user, start: from, end: to }], [], zoneOf, from, to)[0];

  it('counts nights and weekends by the wall clock of the person', () => {
    const [ana, bo] = [of('ana'), of('bo')];
    expect([ana, bo].map((load) => hours(load?.total ?? 0))).toEqual([72, 72]);
    // The Sunday of the change has 23 hours, and one of them is taken from its night.
    expect([ana, bo].map((load) => hours(load?.night ?? 0))).toEqual([23, 24]);
    expect([ana, bo].map((load) => hours(load?.weekend ?? 0))).toEqual([47, 48]);
  });

  it('lists people without shifts too, and counts what overlaps once', () => {
    const found = loads([{ user: 'bo', start: from, end: from + HOUR }], ['ana', 'bo'], zoneOf, from, to);
    expect(found.map(({ user, shifts, total }) => [user, shifts, hours(total)])).toEqual([
      ['ana', 0, 0],
      ['bo', 1, 1],
    ]);
  });
});

describe('the health of a schedule', () => {
  const NOW = instantOf('2024-01-10T12:00:00Z');
  const layer = (given: Partial<Layer>): Layer => ({
    name: 'Primary',
    priority: 1,
    start: '2024-01-01T09:00:00Z',
    end: null,
    rotation: { unit: 'week', length: 1, anchor: '2024-01-01T09:00', handoff: '09:00' },
    users: ['A', 'B'],
    restrictions: [],
    ...given,
  });
  const plan = (...layers: Layer[]): Schedule => ({ timezone: 'UTC', layers, overrides: [] });
  const staff = (change: Partial<Record<string, Partial<Staff>>> = {}): Staff[] =>
    ['A', 'B', 'C'].map((id) => ({ id, isActive: true, canBeReached: true, ...change[id] }));
  const kinds = (schedule: Schedule, people = staff()) => findings(schedule, people, NOW).map(({ kind }) => kind);

  it('has no findings when all is well', () => {
    expect(findings(plan(layer({})), staff(), NOW)).toEqual([]);
  });

  it('names layers that ended or soon will, unless another goes on', () => {
    const ended = layer({ end: '2024-01-09T00:00:00Z' });
    const soon = layer({ name: 'Soon', end: '2024-01-20T00:00:00Z' });
    expect(findings(plan(ended, soon), staff(), NOW)).toMatchObject([
      { kind: 'layer-ended', layer: 'Primary' },
      { kind: 'layer-ends-soon', layer: 'Soon', at: instantOf('2024-01-20T00:00:00Z') },
      { kind: 'gap', start: instantOf('2024-01-20T00:00:00Z'), end: NOW + 30 * DAY },
    ]);
    expect(kinds(plan(ended, layer({})))).toEqual([]);
  });

  it('names layers of one person and of nobody', () => {
    expect(findings(plan(layer({ users: ['A', null, ['A']] })), staff(), NOW)).toContainEqual({
      kind: 'layer-single-person',
      layer: 'Primary',
      user: 'A',
    });
    expect(kinds(plan(layer({}), layer({ name: 'None', users: [null, []] })))).toEqual(['layer-empty']);
    expect(kinds(plan())).toEqual(['no-layers', 'gap']);
  });

  it('names people who cannot be paged, and the gaps they leave', () => {
    expect(kinds(plan(layer({})), staff({ A: { isActive: false } }))).toEqual(['person-inactive', 'gap', 'gap']);
    expect(findings(plan(layer({})), staff({ B: { canBeReached: false } }), NOW)).toEqual([
      { kind: 'person-unreachable', user: 'B' },
    ]);
    const covered: Schedule = {
      ...plan(layer({})),
      overrides: [{ user: 'Z', start: '2024-02-01T00:00:00Z', end: '2024-02-02T00:00:00Z' }],
    };
    expect(findings(covered, staff(), NOW)).toEqual([{ kind: 'person-inactive', user: 'Z' }]);
  });
});
