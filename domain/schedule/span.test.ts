import { describe, expect, it } from 'vitest';
import { joinSpans, lengthInBoth, lengthOf, type Span, without } from './span';

const spans = (text: string): Span[] => {
  const found: Span[] = [];
  for (const match of text.matchAll(/#+/g)) found.push({ start: match.index, end: match.index + match[0].length });
  return found;
};

describe('spans', () => {
  it.each([
    ['##########', '..##..##..', '##..##..##'],
    ['##..##..##', '.########.', '#........#'],
    ['##..##', '', '##..##'],
    ['', '####', ''],
    ['.####.', '######', ''],
    ['######', '.#.#..', '#.#.##'],
  ])('%s without %s is %s', (text, minus, left) => {
    expect(without(spans(text), spans(minus))).toEqual(spans(left));
  });

  it('count what lies in both, as what is left says', () => {
    let seed = 1;
    const random = () => {
      seed = (seed * 48271) % 2147483647;
      return seed;
    };
    const some = () =>
      joinSpans(
        Array.from({ length: 12 }, () => random() % 200).map((at) => ({ start: at, end: at + (random() % 20) })),
      );
    for (let i = 0; i < 300; i += 1) {
      const [a, b] = [some(), some()];
      expect(lengthInBoth(a, b)).toBe(lengthOf(a) - lengthOf(without(a, b)));
      expect(lengthInBoth(a, b)).toBe(lengthInBoth(b, a));
    }
  });
});
