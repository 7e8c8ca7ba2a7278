// A browser with the real service worker in it, and the doors that its DevTools have to it (UX §3.8): pushes are handed
// to it as a push service would, and presses on notifications are dispatched inside it.

import { signInState } from './browser.mjs';
import { connectTo } from './chromium.mjs';

/** Opens the product as its owner would, and answers what can be done to the phone. */
export async function openPhone(endpoint, product) {
  const browser = await connectTo(endpoint);
  const storageState = await signInState(browser, product);
  const context = await browser.newContext({
    baseURL: product.url,
    storageState,
    viewport: { width: 390, height: 844 },
  });
  await context.grantPermissions(['notifications'], { origin: product.url });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  const registered = new Promise((done) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find(({ isDeleted }) => !isDeleted);
      if (ours) done(ours.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const started = context.waitForEvent('serviceworker');
  await page.goto('/');
  const worker = await started;
  const registrationId = await registered;
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

  return {
    context,
    page,
    worker,
    push: (payload) =>
      devtools.send('ServiceWorker.deliverPushMessage', { origin: product.url, registrationId, data: payload }),
    /** What stands on the lock screen now. */
    notifications: () =>
      page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const shown = await registration.getNotifications();
        return shown.map(({ title, tag, actions, requireInteraction }) => ({
          title,
          tag,
          requireInteraction,
          actions: actions.map(({ action }) => action),
        }));
      }),
    /** Presses a button of the notification with this tag, or taps it. */
    press: (tag, action = '') =>
      worker.evaluate(
        async ([wanted, button]) => {
          const [notification] = await self.registration.getNotifications({ tag: wanted });
          self.dispatchEvent(new NotificationEvent('notificationclick', { notification, action: button }));
        },
        [tag, action],
      ),
    close: () => browser.close(),
  };
}
