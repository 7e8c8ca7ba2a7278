import { describe, expect, it } from 'vitest';
import { drawingOf } from './ladder';

const of = (...rungs: [number, string][]) => drawingOf(rungs.map(([minutes, word]) => ({ minutes, word })));

describe('the drawing of a ladder', () => {
  it('stands on fifteen minutes, methods of one minute together', () => {
    expect(of([3, 'SMS'], [0, 'Push'], [0, 'E-mail'], [0, 'Push'])).toEqual({
      end: 15,
      ticks: [0, 5, 10, 15],
      lanes: 2,
      marks: [
        { minutes: 0, text: 'Push, E-mail', at: 0, lane: 1, isLast: false },
        { minutes: 3, text: 'SMS', at: 20, lane: 0, isLast: false },
      ],
    });
  });

  it.each([
    [
      'each label above the lines it hangs over',
      [
        [0, 'Push'],
        [1, 'Call'],
        [5, 'SMS'],
        [15, 'E-mail'],
      ],
      [1, 0, 0, 0],
    ],
    [
      'from both ends inwards',
      [
        [0, 'Push, E-mail'],
        [2, 'SMS'],
        [13, 'Call'],
        [15, 'E-mail'],
      ],
      [1, 0, 0, 1],
    ],
    [
      'in one line where there is room',
      [
        [0, 'Push'],
        [5, 'SMS'],
        [10, 'Call'],
      ],
      [0, 0, 0],
    ],
  ] as const)('puts %s', (_title, rungs, lanes) => {
    expect(
      of(...rungs.map(([minutes, word]): [number, string] => [minutes, word])).marks.map(({ lane }) => lane),
    ).toEqual(lanes);
  });

  it.each([
    [16, 30],
    [1440, 1440],
  ])('of a rung after %i minutes is %i minutes long', (minutes, end) => {
    expect(of([minutes, 'Call'])).toMatchObject({ end, marks: [{ isLast: minutes > 20 }] });
  });

  it('of nothing is an empty line', () => {
    expect(of()).toEqual({ end: 15, ticks: [0, 5, 10, 15], marks: [], lanes: 1 });
  });
});
