import { type Instant, MINUTE, SECOND } from '../shared/time';

/** Seconds to wait after attempt 1, 2, 3 …; the last one holds for all that follow. */
export const BACKOFF_SECONDS = [5, 15, 30, 60, 120, 300] as const;

/** Seconds until the next attempt: by the number of the attempt that failed (from 1), and never before Retry-After. */
export function retryDelaySeconds(failedAttempt: number, retryAfterSeconds: number | null): number {
  const index = Math.min(Math.max(failedAttempt, 1), BACKOFF_SECONDS.length) - 1;
  return Math.max(BACKOFF_SECONDS[index] ?? 0, Math.ceil(retryAfterSeconds ?? 0));
}

/** Seconds named by a Retry-After header, a number or an HTTP date (RFC 9110, 10.2.3); null if there is none to read. */
export function parseRetryAfter(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - now) / SECOND));
}

/** Seconds until a reset named as epoch seconds (PROVIDERS: SendGrid, `X-RateLimit-Reset`); null if there is none to read. */
export function parseResetAt(header: string | null, now: Instant): number | null {
  const text = header?.trim() ?? '';
  return /^\d{9,11}$/.test(text) ? Math.max(0, Math.ceil((Number(text) * SECOND - now) / SECOND)) : null;
}

/** What an answer of a provider's HTTP API means before its own error code is read. */
export type HttpVerdict = 'sent' | 'temporary' | 'setup' | 'message';

/**
 * PROVIDERS, general rule: by HTTP class first; an unknown 4xx is for good, an unknown 5xx or no answer (null) is not.
 * A redirect or a 401, 402, 403, 404 or 405 tells of our address, account or key, so another provider may do better.
 */
export function verdictOfStatus(status: number | null): HttpVerdict {
  if (status === null || status >= 500 || status < 200) return 'temporary';
  if (status < 300) return 'sent';
  if (status === 408 || status === 425 || status === 429) return 'temporary';
  if (status < 400 || (status >= 401 && status <= 405)) return 'setup';
  return 'message';
}

/** What is remembered of one provider. `waitUntil` is its own Retry-After; `restUntil` is our doubt about it. */
export type ProviderHealth = { failures: readonly Instant[]; restUntil: Instant; waitUntil: Instant };

const FAILURES_TO_REST = 5;
const HEALTHY: ProviderHealth = { failures: [], restUntil: 0, waitUntil: 0 };

/** The provider's health after one more failure: the fifth within a minute makes it rest for a minute. */
export function afterFailure(
  health: ProviderHealth = HEALTHY,
  now: Instant,
  retryAfterSeconds: number | null,
): ProviderHealth {
  const failures = [...health.failures.filter((at) => at > now - MINUTE), now];
  const waitUntil = Math.max(health.waitUntil, now + (retryAfterSeconds ?? 0) * SECOND);
  if (failures.length < FAILURES_TO_REST) return { failures, restUntil: health.restUntil, waitUntil };
  return { failures: [], restUntil: now + MINUTE, waitUntil };
}

/**
 * `ready` may be used, `resting` only when nobody is ready (a page must go out), `waiting` not at all:
 * the provider itself asked for `seconds` more.
 */
export type Availability = { kind: 'ready' } | { kind: 'resting' } | { kind: 'waiting'; seconds: number };

export function availabilityOf(health: ProviderHealth | undefined, now: Instant): Availability {
  if (!health) return { kind: 'ready' };
  if (health.waitUntil > now) return { kind: 'waiting', seconds: Math.ceil((health.waitUntil - now) / SECOND) };
  return { kind: health.restUntil > now ? 'resting' : 'ready' };
}
