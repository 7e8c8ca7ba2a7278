import { describe, expect, it } from 'vitest';
import { DAY } from '../shared/time';
import { type Cell, cellsOf } from './cell';
import { factsOf } from './facts';
import { figuresOf } from './metrics';
import { joinCells, partOf, SPAN_DAYS, settledSpans, spansWithin } from './span';
import { addUp } from './sum';
import { MONDAY, record } from './testing/records';

const daysIn = ({ spans, edges }: ReturnType<typeof spansWithin>): number[] =>
  [
    ...spans.flatMap((span) => Array.from({ length: SPAN_DAYS }, (_, i) => span * SPAN_DAYS + i)),
    ...edges.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i)),
  ].toSorted((a, b) => a - b);

describe('a period', () => {
  it('is every one of its days once, however its spans lie', () => {
    for (let from = 100; from < 120; from += 1)
      for (let length = 1; length < 70; length += 1)
        expect(daysIn(spansWithin({ from, to: from + length }))).toEqual(Array.from({ length }, (_, i) => from + i));
  });

  it('of a year is mostly spans', () => {
    expect(spansWithin({ from: 1003, to: 1003 + 365 }).spans).toHaveLength(22);
  });
});

it('adds no span up whose last day is less than three days ago', () => {
  const last = settledSpans(SPAN_DAYS * 100 * DAY).at(-1);
  expect(last).toBe(98);
  expect(settledSpans((SPAN_DAYS * 100 + 3) * DAY).at(-1)).toBe(99);
});

describe('cells joined', () => {
  const cells: Cell[] = cellsOf(
    Array.from({ length: 40 }, (_, i) =>
      factsOf(
        record({
          id: `inc_${i}`,
          openedAt: MONDAY + Math.floor(i / 5) * DAY,
          priority: i % 2 === 0 ? 'P1' : 'P2',
          acked: (i * 7) % 11,
          resolved: 20 + ((i * 13) % 17),
        }),
        () => 'UTC',
      ),
    ),
  );
  const figures = (parts: readonly { measures: Cell['measures'] }[]) =>
    figuresOf(addUp(parts.map(({ measures }) => measures)), MONDAY + 30 * DAY);

  it.each([2, 7, 2000])('say what they said apart, also when at most some %i incidents go into one', (most) => {
    const joined = joinCells(cells, most);
    expect(figures(joined)).toEqual(figures(cells));
    const counts = (parts: readonly { days: unknown[] }[]) => parts.flatMap(({ days }) => days.map(String)).toSorted();
    expect(counts(joined)).toEqual(counts(cells.map(partOf)));
  });

  it('are one for each service, team, urgency and priority', () => {
    expect(joinCells(cells)).toHaveLength(2);
    expect(joinCells(cells, 7).length).toBeGreaterThan(2);
  });
});
