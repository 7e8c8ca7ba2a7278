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

const CLOSED = ['ECONNRESET', 'UND_ERR_SOCKET', 'EPIPE'];

/** A request that a closed connection took along is made again: the runtime ends idle ones when it likes. */
async function postOnce(address, body) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(address, { method: 'POST', headers, body });
      await answer.arrayBuffer();
      return answer.status;
    } catch (error) {
      if (attempt === 5 || !CLOSED.includes(error.cause?.code)) throw error;
    }
  }
}

/** Posts `count` events, `atOnce` of them at a time; answers how many a second. */
export async function post(address, { count, keyOf, expected, atOnce }) {
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    for (let i = next++; i < count; i = next++) {
      const status = await postOnce(address, eventOf(keyOf(i)));
      if (status !== expected) throw new Error(`${address}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return count / ((performance.now() - began) / 1000);
}
