/** What is known of a number of durations, in the unit of the samples; every part null where there is no sample. */
export type Distribution = {
  n: number;
  mean: number | null;
  median: number | null;
  p90: number | null;
  p95: number | null;
};

export const inOrder = (samples: readonly number[]): number[] => samples.toSorted((a, b) => a - b);

/** The smallest sample that at least `percent` of all samples do not exceed (nearest rank); `sorted` is not empty. */
const nearestRank = (sorted: readonly number[], percent: number): number =>
  sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;

/** The sample in the middle; of an even number the mean of both. */
function medianOf(sorted: readonly number[]): number {
  const half = Math.floor(sorted.length / 2);
  const upper = sorted[half] as number;
  return sorted.length % 2 === 1 ? upper : ((sorted[half - 1] as number) + upper) / 2;
}

export function distributionOf(samples: readonly number[]): Distribution {
  const n = samples.length;
  if (n === 0) return { n, mean: null, median: null, p90: null, p95: null };
  const sorted = inOrder(samples);
  const sum = sorted.reduce((total, one) => total + one, 0);
  return {
    n,
    mean: sum / n,
    median: medianOf(sorted),
    p90: nearestRank(sorted, 90),
    p95: nearestRank(sorted, 95),
  };
}
