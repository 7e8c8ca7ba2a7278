import type { Context } from 'hono';
import type { AppEnv } from '../app-env';

/** Sets headers on the answer that stands. Makes a new one, since those of a fetch or of assets cannot be changed. */
export function setHeaders(c: Context<AppEnv>, headers: Record<string, string>): void {
  // A new answer would lose the socket.
  if (c.res.status === 101) return;
  const response = new Response(c.res.body, c.res);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  // Without this Hono would copy the former headers over the new ones.
  c.res = undefined;
  c.res = response;
}
