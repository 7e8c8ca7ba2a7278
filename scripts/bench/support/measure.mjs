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

/**
 * A request that a closed connection took along is made again; only for what may be done twice. The runtime ends a
 * connection that was idle for five seconds, and while its only thread is busy (a slow disk at each write) it counts
 * those in which it has not looked: what a client sends then on a kept connection is reset without being read.
 */
export async function answered(address, init) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const answer = await fetch(address, init);
      return { status: answer.status, text: await answer.text() };
    } catch (error) {
      if (attempt === 5 || !CLOSED.includes(error.cause?.code)) throw error;
    }
  }
}

/** Sends one event. */
export const sendEvent = (address, key) =>
  answered(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: eventOf(key) });

/** Posts `count` events, `atOnce` of them at a time; answers how many a second. */
export async function post(address, { count, keyOf, expected, atOnce }) {
  const began = performance.now();
  let next = 0;
  const sender = async () => {
    for (let i = next++; i < count; i = next++) {
      const { status } = await sendEvent(address, keyOf(i));
      if (status !== expected) throw new Error(`${address}: ${status}`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, sender));
  return count / ((performance.now() - began) / 1000);
}
