import { deviceName } from '~/components/profile/device';
import type { BrowserFacts } from './situation';

const DEVICE_KEY = 'opsknight-device';

/** The id under which the server knew this browser last. Storage may be closed to us; then it is a new device. */
export function rememberedDevice(): string | null {
  try {
    return localStorage.getItem(DEVICE_KEY);
  } catch {
    return null;
  }
}

function rememberDevice(id: string): void {
  try {
    localStorage.setItem(DEVICE_KEY, id);
  } catch {
    // It is found again by its subscription.
  }
}

export const isInstalled = (): boolean =>
  matchMedia('(display-mode: standalone)').matches || ('standalone' in navigator && navigator.standalone === true);

/** An iPad says that it is a Mac, and has fingers all the same. */
const isIos = (): boolean =>
  /iPhone|iPad|iPod/.test(navigator.userAgent) ||
  (/Macintosh/.test(navigator.userAgent) && navigator.maxTouchPoints > 1);

const hasPush = (): boolean => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;

export const browserFacts = (known: boolean): BrowserFacts => ({
  isIos: isIos(),
  isInstalled: isInstalled(),
  hasPush: hasPush(),
  permission: 'Notification' in window ? Notification.permission : 'default',
  known,
});

type Hints = { getHighEntropyValues?: (names: string[]) => Promise<{ model?: string }> };

/** "Pixel 8" where the browser tells its model, else "Firefox on Linux". */
export async function nameOfThisDevice(): Promise<string> {
  const hints = (navigator as Navigator & { userAgentData?: Hints }).userAgentData;
  try {
    const { model } = (await hints?.getHighEntropyValues?.(['model'])) ?? {};
    if (model) return model.slice(0, 80);
  } catch {
    // Refused by the browser's own policy.
  }
  return deviceName(navigator.userAgent);
}

/** The push subscription that this browser has now. */
export async function currentSubscription(): Promise<PushSubscription | null> {
  if (!hasPush()) return null;
  const registration = await navigator.serviceWorker.getRegistration('/');
  return (await registration?.pushManager?.getSubscription()) ?? null;
}

/** Subscribes under our key; a subscription under another key is ended first. Asks for permission: call it on a tap. */
export async function subscribe(publicKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.ready;
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  try {
    return await registration.pushManager.subscribe(options);
  } catch (error) {
    const old = await registration.pushManager.getSubscription();
    if (!old || !(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
    await old.unsubscribe();
    return registration.pushManager.subscribe(options);
  }
}

/** Tells the server which subscription is this browser's, and remembers the id that it answers. */
export async function report(subscription: PushSubscription): Promise<void> {
  const replaces = rememberedDevice();
  const response = await fetch('/api/v1/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      subscription: JSON.stringify(subscription),
      name: await nameOfThisDevice(),
      installed: isInstalled(),
      ...(replaces ? { replaces } : {}),
    }),
  });
  if (!response.ok) throw new Error(`The device could not be stored (${response.status})`);
  const { id } = (await response.json()) as { id: string };
  rememberDevice(id);
}
