import { type Instant, SECOND } from '../../../domain/shared/time';
import type { ServedPage } from '../../durable/status-page-do';

/** So long an isolate serves what it has read; a change that it makes itself is seen at once. */
const FRESH_MS = 2 * SECOND;
const MOST = 500;

const served = new Map<string, { at: Instant; page: ServedPage }>();

const keyOf = (address: string, path: string): string => `${address} ${path}`;

/** What this isolate has just read of an address; the key names address and path, so that pages never mix. */
export function recall(address: string, path: string, now: Instant): ServedPage | null {
  const known = served.get(keyOf(address, path));
  return known && now - known.at < FRESH_MS && now >= known.at ? known.page : null;
}

export function remember(address: string, path: string, page: ServedPage, now: Instant): void {
  if (served.size >= MOST) served.clear();
  served.set(keyOf(address, path), { at: now, page });
}

/** Addresses at which nothing stood, and when: every request under a strange host name asks. */
const empty = new Map<string, Instant>();

export function isKnownEmpty(address: string, now: Instant): boolean {
  const at = empty.get(address);
  return at !== undefined && now - at < FRESH_MS && now >= at;
}

export function rememberEmpty(address: string, now: Instant): void {
  if (empty.size >= MOST) empty.clear();
  empty.set(address, now);
}

export function forget(address: string): void {
  empty.delete(address);
  for (const key of served.keys()) if (key.startsWith(`${address} `)) served.delete(key);
}
