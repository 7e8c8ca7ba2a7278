import { describe, expect, it } from 'vitest';
import type { DraftTimeline } from '~/lib/schedules';
import type { Layer } from '../../../domain/schedule/schedule';
import { gaps } from '../../../domain/schedule/shifts';
import { timelineOf } from '../../../domain/schedule/timeline';
import { gridOf, huesOf } from './timeline-model';
import { viewRange } from './view-range';

const ZONE = 'America/New_York';
const zone = { locale: 'en', timeZone: ZONE };
const ana = { id: 'usr_ana', name: 'Ana Ribeiro' };
const bo = { id: 'usr_bo', name: 'Bo Lind' };

/** A night shift of Ana's, a day of Bo's: twelve hours each. */
const layers: Layer[] = [
  {
    name: 'Primary',
    priority: 1,
    start: '2026-01-01T05:00:00Z',
    end: null,
    rotation: { unit: 'hour', length: 12, anchor: '2026-01-01T08:00', handoff: '08:00' },
    users: [bo.id, ana.id],
    restrictions: [],
  },
];

function timelineFor(date: string, view: 'day' | 'week' | 'month' = 'day', over: DraftTimeline['overrides'] = []) {
  const range = viewRange(view, date, 0, ZONE);
  const schedule = { timezone: ZONE, layers, overrides: [] };
  const rows = timelineOf(schedule, range.start, range.end);
  const refs = (users: readonly string[]) => users.map((id) => (id === ana.id ? ana : bo));
  const timeline: DraftTimeline = {
    start: range.start,
    end: range.end,
    timezone: ZONE,
    final: rows.final.map((answer) => ({ ...answer, users: refs(answer.users) })),
    overrides: over,
    layers: rows.layers.map(({ segments, ...row }) => ({
      ...row,
      stretches: segments.map((one) => ({ ...one, users: refs(one.users) })),
    })),
    gaps: gaps(schedule, range.start, range.end),
    people: [bo, ana],
  };
  return { timeline, range };
}

const gridFor = (...given: Parameters<typeof timelineFor>) => {
  const { timeline, range } = timelineFor(...given);
  return gridOf(timeline, range, { zone, other: null }, { scheduleId: 'sch_1' });
};

describe('the rows', () => {
  it('are the final schedule, then overrides, then the layers', () => {
    expect(gridFor('2026-06-10').map(({ title }) => title)).toEqual(['Final schedule', 'Overrides', 'Primary']);
  });

  it('leave out words that do not fit: a month of half days has none on its bars, and all of it in their names', () => {
    const [final] = gridFor('2026-06-10', 'month');
    const inside = final?.blocks.slice(1, -1) ?? [];
    expect(new Set(inside.map(({ text }) => text))).toEqual(new Set(['']));
    expect(inside[0]?.name).toMatch(/Ana Ribeiro|Bo Lind/);
  });

  it('fill the final schedule from one edge to the other, also on days of 23 and 25 hours', () => {
    for (const date of ['2026-06-10', '2026-03-08', '2026-11-01'])
      for (const view of ['day', 'week'] as const) {
        const [final] = gridFor(date, view);
        const blocks = final?.blocks ?? [];
        expect(blocks[0]?.x).toBe(0);
        for (const [i, { x }] of blocks.entries()) {
          const before = blocks[i - 1];
          if (before) expect(x).toBeCloseTo(before.x + before.width, 2);
        }
        const last = blocks.at(-1);
        expect((last?.x ?? 0) + (last?.width ?? 0)).toBeCloseTo(100, 2);
      }
  });
});

describe('the blocks', () => {
  it('are as wide as the time they last, on days of 23 and 25 hours too', () => {
    // Twelve hours each, so the handoff is at 08:00 in winter and at 09:00 in summer.
    const widths = (date: string) => gridFor(date)[0]?.blocks.map(({ width }) => Math.round(width * 100) / 100);
    expect(widths('2026-06-10')).toEqual([37.5, 50, 12.5]);
    expect(widths('2026-03-08')).toEqual([34.78, 52.17, 13.04]);
    expect(widths('2026-11-01')).toEqual([36, 48, 16]);
  });

  it('say everything in their name', () => {
    const [final] = gridFor('2026-11-28');
    const [, bar] = final?.blocks ?? [];
    expect(bar?.name).toBe('Bo Lind 08:00–20:00, Sat Nov 28, final schedule');
    expect(bar?.label).toBe(bar?.name);
  });

  it('begin their label with what is written on them, where that is shorter', () => {
    const [final] = gridFor('2026-11-28', 'week');
    const bar = final?.blocks.find(({ room }) => room === 'short');
    expect(bar?.label).toBe(`${bar?.text} ${bar?.hours}, ${bar?.name}`);
  });

  it('lead to the form that covers them, with the person they replace', () => {
    const [final] = gridFor('2026-11-28');
    expect(final?.blocks[1]?.to).toBe(
      '/schedules/sch_1/overrides/new?start=2026-11-28T13%3A00%3A00.000Z&end=2026-11-29T01%3A00%3A00.000Z&replaces=usr_bo',
    );
  });

  it('lead nowhere in a preview', () => {
    const { timeline, range } = timelineFor('2026-11-28');
    const rows = gridOf(timeline, range, { zone, other: null }, { scheduleId: null });
    expect(rows.flatMap(({ blocks }) => blocks).filter(({ to }) => to !== null)).toEqual([]);
  });

  it('are told on the other clock too where it is another', () => {
    const { timeline, range } = timelineFor('2026-11-28');
    const other = { zone: { locale: 'en', timeZone: 'Europe/London' }, whose: 'your time' };
    const [final] = gridOf(timeline, range, { zone, other }, { scheduleId: 'sch_1' });
    expect(final?.blocks[1]?.name).toContain('Sat Nov 28 13:00 – Sun Nov 29 01:00 your time');
  });

  it('say how long a gap is', () => {
    const { timeline, range } = timelineFor('2026-11-28');
    timeline.final = [{ start: range.start, end: range.end, users: [], source: 'none' }];
    const [final] = gridOf(timeline, range, { zone, other: null }, { scheduleId: 'sch_1' });
    expect(final?.blocks[0]).toMatchObject({ kind: 'gap', hours: '1 day', hue: null, text: 'Nobody' });
    expect(final?.blocks[0]?.name).toContain('gap of 1 day');
  });
});

it('puts overrides that overlap under one another', () => {
  const at = (hour: number) => Date.parse('2026-11-28T05:00:00Z') + hour * 3_600_000;
  const over = (id: string, from: number, to: number) => ({
    id,
    user: ana,
    replaces: null,
    start: at(from),
    end: at(to),
  });
  const [, overrides] = gridFor('2026-11-28', 'day', [over('a', 1, 5), over('b', 3, 8), over('c', 5, 9)]);
  expect(overrides?.lanes).toBe(2);
  expect(overrides?.blocks.map(({ lane }) => lane)).toEqual([0, 1, 0]);
});

it('gives eight people eight colours, and the ninth the first again', () => {
  const people = Array.from({ length: 9 }, (_, i) => ({ id: `usr_${i}` }));
  const hues = [...huesOf(people).values()];
  expect(new Set(hues).size).toBe(8);
  expect(hues[8]).toBe(hues[0]);
});
