import { vi } from 'vitest';

/** A request as it went out. */
export type Sent = { url: string; init: RequestInit; headers: Headers; body: string };

/**
 * A provider that answers every request in the same way; `sent()` are the requests it got. Restore it with
 * `vi.restoreAllMocks()`.
 */
export function fakeProvider(status: number, body: unknown = '', headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const spy = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async () => new Response([204, 304].includes(status) ? null : text, { status, headers }));
  return { sent: (): Sent[] => spy.mock.calls.map(([input, init = {}]) => sentOf(String(input), init)) };
}

/** A provider that does not answer: too late, or the connection is lost. */
export function silentProvider(kind: 'late' | 'lost') {
  const error = kind === 'late' ? new DOMException('timed out', 'TimeoutError') : new TypeError('Network lost: secret');
  return vi.spyOn(globalThis, 'fetch').mockRejectedValue(error);
}

const sentOf = (url: string, init: RequestInit): Sent => ({
  url,
  init,
  headers: new Headers(init.headers),
  body: String(init.body ?? ''),
});
