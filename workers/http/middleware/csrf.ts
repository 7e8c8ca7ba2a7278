import { createMiddleware } from 'hono/factory';
import { failure } from '../../../domain/shared/errors';
import { sessionTokenIn } from '../../access/cookie';
import { type Config, configOf } from '../../config';
import type { AppEnv } from '../app-env';
import { problem } from './problem';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Paths whose credential is in the URL, in the body or in a signature: what a browser sends by itself opens nothing there.
 * `/r/{token}` and receipts: whoever can name the token may use it, from a mail, a phone or a service worker; a session
 * adds nothing, so there is nothing that another site could make use of. The one click of RFC 8058 is a mail program's, and a
 * webhook may confirm by itself.
 */
const EXEMPT =
  /^\/(api\/(integrations|heartbeats|providers|push\/receipt)|status\/[^/]+\/(unsubscribe|confirm)|unsubscribe|confirm|v2\/(enqueue|change\/enqueue|alerts)|integrations\/generic|generic\/2010-04-15|r)(\/|$)/;

const FORM_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** True when a request that changes something may have been sent by another site's page in the name of our user (RELIABILITY B8). */
export function isForged(request: Request, config: Config): boolean {
  const url = new URL(request.url);
  // A socket begins as a GET, and other sites' pages may read what comes through it.
  const isSafe = SAFE_METHODS.has(request.method) && !request.headers.has('upgrade');
  if (isSafe || EXEMPT.test(url.pathname)) return false;
  // No browser adds this header by itself.
  if (request.headers.has('authorization')) return false;

  const origin = request.headers.get('origin');
  const isSameOrigin = request.headers.get('sec-fetch-site') === 'same-origin';
  if (origin !== null) {
    const isOwn = origin === url.origin && (isSameOrigin || isLoopback(url.hostname));
    return origin !== new URL(config.appUrl).origin && !isOwn;
  }
  if (isSameOrigin) return false;
  // Neither header: no browser of today. Refused where something could be gained: with a session, or by a form.
  const hasSession = sessionTokenIn(config, request.headers.get('cookie')) !== null;
  return hasSession || FORM_TYPES.test(request.headers.get('content-type') ?? '');
}

/** Refuses forged requests with 403, before anything looks at their session. */
export const refuseForgedRequests = createMiddleware<AppEnv>(async (c, next) => {
  if (!isForged(c.req.raw, configOf(c.env))) return next();
  return problem(c, failure('forbidden', 'This request did not come from a page of this application.'));
});

const isLoopback = (hostname: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(hostname);
