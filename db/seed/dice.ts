/** Chance that falls the same way for the same seed. */
export type Dice = {
  /** From 0 up to but without 1. */
  number: () => number;
  of: <T>(list: readonly T[]) => T;
  weighted: <T extends { weight: number }>(list: readonly T[]) => T;
};

/** Mulberry32: 32 bits of state, good enough for a story. */
export function dice(seed: number): Dice {
  let state = seed >>> 0;
  const number = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    number,
    of: (list) => {
      const found = list[Math.floor(number() * list.length)];
      if (found === undefined) throw new RangeError('nothing to choose from');
      return found;
    },
    weighted: (list) => {
      let left = number() * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const one of list) {
        left -= one.weight;
        if (left < 0) return one;
      }
      throw new RangeError('nothing to choose from');
    },
  };
}
