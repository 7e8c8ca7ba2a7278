import { useEffect } from 'react';
import { currentSubscription, report } from './browser';

/**
 * Starts the service worker for whoever is signed in, and repairs the subscription at every opening: browsers change it
 * without a word (UX §3.3). Opening the app also clears the count on its icon.
 */
export function useServiceWorker(isSignedIn: boolean): void {
  useEffect(() => {
    if (!isSignedIn || !('serviceWorker' in navigator)) return;
    const goTo = ({ data }: MessageEvent<{ open?: unknown }>) => {
      const address = typeof data?.open === 'string' ? new URL(data.open, location.href) : null;
      if (address?.origin === location.origin) location.assign(address.href);
    };
    navigator.serviceWorker.addEventListener('message', goTo);
    void start();
    return () => navigator.serviceWorker.removeEventListener('message', goTo);
  }, [isSignedIn]);
}

async function start(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    const subscription = await currentSubscription();
    if (subscription) await report(subscription);
    if ('clearAppBadge' in navigator) await navigator.clearAppBadge();
  } catch {
    // Without a service worker the app still works; the page of devices says what is missing.
  }
}
