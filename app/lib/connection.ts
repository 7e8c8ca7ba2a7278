import { useSyncExternalStore } from 'react';
import type { Instant } from '../../domain/shared/time';

type Why = 'offline' | 'no-answer' | 'no-data';

/** Since when nothing new comes: `offline` is the device's own network, `no-data` a database that does not answer. */
export type Lost = { since: Instant; why: Why } | null;

/** What a page needs to load itself again. An incident is read from its own object, and needs no database. */
export type Need = 'product' | 'database';

let lost: Lost = null;
const watchers = new Set<() => void>();

function set(why: Why | null): void {
  const before = lost?.why ?? null;
  if (before === why) return;
  lost = why === null ? null : { since: lost?.since ?? Date.now(), why };
  for (const watcher of watchers) watcher();
}

const onOffline = () => set('offline');
const onOnline = () => void isServed();

function watch(watcher: () => void): () => void {
  if (watchers.size === 0) {
    window.addEventListener('offline', onOffline);
    window.addEventListener('online', onOnline);
    if (!navigator.onLine) queueMicrotask(onOffline);
  }
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size > 0) return;
    window.removeEventListener('offline', onOffline);
    window.removeEventListener('online', onOnline);
  };
}

/** An answer that takes longer is none: the page says so instead of waiting. */
const PATIENCE_MS = 8_000;

async function whyNot(need: Need): Promise<Why | null> {
  if (!navigator.onLine) return 'offline';
  const path = need === 'database' ? '/readyz?only=d1' : '/healthz';
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(path, { cache: 'no-store', signal }).catch(() => null);
  if (answer?.ok) return null;
  // Without a request id it is somebody's on the way, and says nothing of the database.
  return need === 'database' && answer?.status === 503 && answer.headers.has('x-request-id') ? 'no-data' : 'no-answer';
}

/** Whether what a page needs answers now; asked before it loads itself again, which would else become an error screen. */
export async function isServed(need: Need = 'database'): Promise<boolean> {
  const why = await whyNot(need);
  set(why);
  return why === null;
}

/** On the server, and until scripts run, a page is taken to be connected. */
export const useLost = (): Lost =>
  useSyncExternalStore(
    watch,
    () => lost,
    () => null,
  );
