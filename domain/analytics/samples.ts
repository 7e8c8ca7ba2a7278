/** Durations in whole seconds or milliseconds, list by list and in no order. */
export type Samples = (readonly number[])[];

/** What is known of a number of durations, in the unit of the samples; every part null where there is no sample. */
export type Distribution = {
  n: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
  p95: number | null;
};

export const joined = (lists: readonly (readonly number[])[]): number[] => lists.flat();

/** Fewer samples than that are sorted: it takes less than making room for counting. */
const FEW = 5000;
/** Samples below it are counted value by value (36 hours of seconds, two minutes of milliseconds); the few beyond are sorted. */
const COUNTED = 1 << 17;

/**
 * The samples that have these ranks (from 0, the least first; no rank less than the one before it) among all `n`.
 * Counting values takes a pass over the samples, where sorting a year of them takes seconds.
 */
export function atRanks(samples: Readonly<Samples>, n: number, ranks: readonly number[]): number[] {
  if (n < FEW) {
    const sorted = new Float64Array(joined(samples)).sort();
    return ranks.map((rank) => sorted[rank] as number);
  }
  const counts = new Uint32Array(COUNTED);
  const beyond: number[] = [];
  for (const list of samples)
    for (const one of list) {
      if (one < COUNTED) counts[one] = (counts[one] as number) + 1;
      else beyond.push(one);
    }
  const sorted = new Float64Array(beyond).sort();
  let [value, seen] = [-1, 0];
  return ranks.map((rank) => {
    while (seen <= rank && value < COUNTED - 1) {
      value += 1;
      seen += counts[value] as number;
    }
    return seen > rank ? value : (sorted[rank - seen] as number);
  });
}

/**
 * p90 and p95 are the smallest sample that so many per cent of all do not exceed (nearest rank), the median is the sample
 * in the middle, of an even number the mean of both. `unit`: how many units of the samples are one of what is told.
 */
export function distributionOf(samples: Readonly<Samples>, unit = 1): Distribution {
  let [n, sum] = [0, 0];
  for (const list of samples) {
    n += list.length;
    for (const one of list) sum += one;
  }
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null };
  const nearest = (percent: number): number => Math.max(0, Math.ceil((percent / 100) * n) - 1);
  const middle = [Math.floor((n - 1) / 2), Math.floor(n / 2)];
  const [lower, upper, p90, p95] = atRanks(samples, n, [...middle, nearest(90), nearest(95)]) as [
    number,
    number,
    number,
    number,
  ];
  return { n, mean: sum / n / unit, median: (lower + upper) / 2 / unit, p90: p90 / unit, p95: p95 / unit };
}
