import { useSyncExternalStore } from 'react';
import type { Instant } from '../../domain/shared/time';

/** Since when the product does not answer: `offline` is the device's own network. Null: it answers. */
export type Lost = { since: Instant; why: 'offline' | 'no-answer' } | null;

let lost: Lost = null;
const watchers = new Set<() => void>();

function set(why: 'offline' | 'no-answer' | null): void {
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

/** Whether the product answers now; asked before a page loads itself again, which would else become an error screen. */
export async function isServed(): Promise<boolean> {
  if (!navigator.onLine) {
    set('offline');
    return false;
  }
  const answer = await fetch('/healthz', { cache: 'no-store' }).catch(() => null);
  set(answer?.ok ? null : 'no-answer');
  return answer?.ok ?? false;
}

/** On the server, and until scripts run, a page is taken to be connected. */
export const useLost = (): Lost =>
  useSyncExternalStore(
    watch,
    () => lost,
    () => null,
  );
