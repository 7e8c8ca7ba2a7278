// What all benchmarks of this folder count with.

export const percentile = (values, share) => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
};
export const median = (values) => percentile(values, 0.5);
export const round = (value) => Math.round(value * 1000) / 1000;

/** The body of an event of the Events API. */
export const eventOf = (key, action = 'trigger') =>
  JSON.stringify({
    event_action: action,
    dedup_key: key,
    payload: { summary: `Disk of ${key} is almost full`, source: key, severity: 'critical' },
  });

/** Posts `count` events, `atOnce` of them at a time; answers how many a second. */
export async function post(address, { count, keyOf, expected, atOnce }) {
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    for (let i = next++; i < count; i = next++) {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body: eventOf(keyOf(i)) });
      await answer.arrayBuffer();
      if (answer.status !== expected) throw new Error(`${address}: ${answer.status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return count / ((performance.now() - began) / 1000);
}
