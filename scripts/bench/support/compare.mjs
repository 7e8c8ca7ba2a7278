// How fast a page is read, beside a bare route in the same kind of workerd.
import { answered, median, post, round } from './measure.mjs';

const AT_ONCE = 64;

/** Reads `count` times, 64 at a time; answers how many a second. */
async function read(address, headers, count) {
  const began = performance.now();
  let next = 0;
  const reader = async () => {
    while (next++ < count) {
      const { status } = await answered(address, { headers });
      if (status !== 200) throw new Error(`${address}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, reader));
  return count / ((performance.now() - began) / 1000);
}

const least = (bare, count) => post(bare, { count, keyOf: (i) => `k${i}`, expected: 200, atOnce: AT_ONCE });

/**
 * Reads a page and posts to the bare route (H) in turns, `pairs` times `requests` each, after half as many of both;
 * answers the median of the ratios, and both speeds in requests a second.
 */
export async function compared(bare, address, { requests, pairs, headers = {} }) {
  await least(bare, requests / 2);
  await read(address, headers, requests / 2);
  const found = [];
  for (let pair = 0; pair < pairs; pair += 1)
    found.push({ h: await least(bare, requests), own: await read(address, headers, requests) });
  return {
    ratio: round(median(found.map(({ own, h }) => own / h))),
    perSecond: Math.round(median(found.map(({ own }) => own))),
    barePerSecond: Math.round(median(found.map(({ h }) => h))),
  };
}

export const said = ({ ratio, perSecond, barePerSecond }) =>
  `${ratio} H, ${perSecond}/s where H makes ${barePerSecond}/s`;
