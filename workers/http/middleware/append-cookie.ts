import type { Context } from 'hono';
import type { AppEnv } from '../app-env';

/** Adds a Set-Cookie value, unless the answer sets that cookie itself: a sign-in or sign-out has the last word. */
export function appendCookie(c: Context<AppEnv>, value: string): void {
  if (c.res.status === 101) return;
  const [name = ''] = value.split('=', 1);
  if (c.res.headers.getSetCookie().some((cookie) => cookie.startsWith(`${name}=`))) return;
  c.header('set-cookie', value, { append: true });
}
