import type { Config } from '../config';

/** `__Host-` binds the cookie to this host over https; browsers refuse it over plain http, which only loopback may use. */
const isPlain = (config: Config): boolean => config.isLocal && config.appUrl.startsWith('http:');

export const sessionCookieName = (config: Config): string => (isPlain(config) ? 'session' : '__Host-session');

/** The value of Set-Cookie for a session token (RELIABILITY, Security choices). */
export const sessionCookie = (config: Config, token: string, maxAgeSeconds: number): string =>
  `${sessionCookieName(config)}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${isPlain(config) ? '' : '; Secure'}`;

/** The value of Set-Cookie that makes the browser forget its session. */
export const clearedSessionCookie = (config: Config): string => sessionCookie(config, '', 0);

/** The session token of a Cookie header, unchecked; null when there is none. */
export function sessionTokenIn(config: Config, cookieHeader: string | null | undefined): string | null {
  const name = sessionCookieName(config);
  for (const pair of (cookieHeader ?? '').split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return null;
}
