// An endpoint of a subscriber, or Slack's: takes every message and keeps it.
import http from 'node:http';
import { vi } from 'vitest';

/** Answers `{ url, next(holds), bodies, stop }`; `next` is the first message whose body holds a text, once it is there. */
export async function startReceiver() {
  const bodies = [];
  const server = http.createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    bodies.push(body);
    response.end('ok');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const next = (holds) =>
    vi.waitUntil(() => bodies.find((body) => body.includes(holds)), { timeout: 60_000, interval: 200 });
  return { url: `http://127.0.0.1:${server.address().port}`, next, bodies, stop: () => server.close() };
}
