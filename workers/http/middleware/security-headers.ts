import { createMiddleware } from 'hono/factory';
import { randomBytes, toBase64 } from '../../access/bytes';
import { configOf } from '../../config';
import type { AppEnv } from '../app-env';
import { setHeaders } from './set-headers';

/** The policy of every page: nothing inline but what carries this request's nonce (RELIABILITY B10). */
export const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // Previews of status pages, which let themselves be framed; nothing else of ours does.
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** Two years, as browsers' preload lists ask for. */
const HSTS = { 'strict-transport-security': 'max-age=63072000; includeSubDomains' };

/** Draws the nonce, and sets the security headers on every answer; HSTS only where the app is served by https. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  const nonce = toBase64(randomBytes(16));
  c.set('nonce', nonce);
  await next();
  const isHttps = configOf(c.env).appUrl.startsWith('https:');
  // A page that shows somebody else's HTML brings a stricter policy of its own.
  const policy = c.res.headers.get('content-security-policy') ?? contentSecurityPolicy(nonce);
  // A page whose address is a secret tells it to no other site.
  const referrer = c.res.headers.get('referrer-policy') ?? ALWAYS['referrer-policy'];
  const framed = policy.includes("frame-ancestors 'self'") ? { 'x-frame-options': 'SAMEORIGIN' } : {};
  const headers = { 'content-security-policy': policy, ...ALWAYS, ...framed, 'referrer-policy': referrer };
  setHeaders(c, { ...headers, ...(isHttps ? HSTS : {}) });
});
