import { expect, it } from 'vitest';
import type { DraftTimeline } from '~/lib/schedules';
import { changeText, coverageOf, coverageWeeks } from './coverage-model';
import { viewRange } from './view-range';

const zone = { locale: 'en', timeZone: 'America/New_York' };
const ana = { id: 'usr_ana', name: 'Ana' };
const own = { viewerId: 'usr_ana', now: Date.parse('2026-11-25T12:00Z') };
const at = (text: string) => Date.parse(text);

function coverageFor(date: string, final: DraftTimeline['final']) {
  const range = viewRange('week', date, 0, zone.timeZone);
  const timeline = { ...range, timezone: zone.timeZone, final, overrides: [], layers: [], gaps: [], people: [ana] };
  return coverageOf(timeline, range, { zone, other: null }, { scheduleId: 'sch_1' }, own);
}

it('folds the days of a month by weeks, and opens the one with today', () => {
  const range = viewRange('month', '2026-11-25', 0, zone.timeZone);
  const days = range.days.map(({ date }) => ({
    date,
    title: date,
    note: null,
    isToday: date === '2026-11-25',
    lines: [],
  }));
  const weeks = coverageWeeks(days, 1) ?? [];
  expect(weeks.map(({ key, days, isOpen }) => [key, days.length, isOpen])).toEqual([
    ['2026-11-01', 1, false],
    ['2026-11-02', 7, false],
    ['2026-11-09', 7, false],
    ['2026-11-16', 7, false],
    ['2026-11-23', 7, true],
    ['2026-11-30', 1, false],
  ]);
  expect(coverageWeeks(days.slice(0, 14), 1)).toBeNull();
});

it('lets the viewer give away what is left of a shift of theirs, and nothing that is over or somebody else’s', () => {
  const bo = { id: 'usr_bo', name: 'Bo' };
  const days = coverageFor('2026-11-25', [
    { start: at('2026-11-23T14:00Z'), end: at('2026-11-24T14:00Z'), users: [ana], source: 'layer' },
    { start: at('2026-11-24T14:00Z'), end: at('2026-11-25T14:00Z'), users: [ana], source: 'layer' },
    { start: at('2026-11-25T14:00Z'), end: at('2026-11-26T14:00Z'), users: [bo], source: 'layer' },
  ]);
  const lines = days.flatMap((day) => day.lines);
  expect(lines.map(({ isMine, askTo }) => (isMine ? askTo : 'not mine'))).toEqual([
    null,
    null,
    '/schedules/sch_1/cover?start=2026-11-25T12%3A00%3A00.000Z&end=2026-11-25T14%3A00%3A00.000Z',
    '/schedules/sch_1/cover?start=2026-11-25T12%3A00%3A00.000Z&end=2026-11-25T14%3A00%3A00.000Z',
    'not mine',
    'not mine',
  ]);
});

it('cuts a shift at each midnight, and says so where it lasts the whole day', () => {
  const days = coverageFor('2026-11-25', [
    { start: at('2026-11-23T14:00Z'), end: at('2026-11-25T14:00Z'), users: [ana], source: 'layer' },
  ]);
  expect(days.map(({ lines }) => lines.map(({ hours }) => hours))).toEqual([
    ['09:00–24:00'],
    ['all day'],
    ['00:00–09:00'],
    [],
    [],
    [],
    [],
  ]);
  expect(days.find(({ isToday }) => isToday)?.date).toBe('2026-11-25');
});

it('leads from a part of a shift to the whole of it', () => {
  const [monday] = coverageFor('2026-11-25', [
    { start: at('2026-11-23T14:00Z'), end: at('2026-11-25T14:00Z'), users: [ana], source: 'layer' },
  ]);
  expect(monday?.lines[0]?.to).toContain('end=2026-11-25T14%3A00%3A00.000Z&replaces=usr_ana');
});

it('says how long nobody is on call, over midnight too', () => {
  const days = coverageFor('2026-11-25', [
    { start: at('2026-11-24T03:00Z'), end: at('2026-11-24T11:00Z'), users: [], source: 'none' },
  ]);
  expect(days.flatMap(({ lines }) => lines).map(({ who, gap }) => [who, gap])).toEqual([
    ['Nobody is on call', '8 hr'],
    ['Nobody is on call', '8 hr'],
  ]);
});

it('marks the days on which clocks change', () => {
  const note = (date: string) =>
    viewRange('day', date, 0, zone.timeZone).days.map((day) => changeText(day, { zone }))[0];
  expect(note('2026-03-08')).toBe('23 h: clocks go forward 1 hour at 02:00, to 03:00');
  expect(note('2026-11-01')).toBe('25 h: clocks go back 1 hour at 02:00, to 01:00');
  expect(note('2026-11-02')).toBeNull();
});

it('lists a shift over the night of the change with its wall clock', () => {
  const days = coverageFor('2026-11-01', [
    { start: at('2026-11-01T00:00Z'), end: at('2026-11-01T13:00Z'), users: [ana], source: 'layer' },
  ]);
  expect(days.slice(-2).map(({ lines }) => lines[0]?.hours)).toEqual(['20:00–24:00', '00:00–08:00']);
});
