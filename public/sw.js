// The service worker: shows pages, lets them be answered from the notification, and keeps a shell for when there is no
// network. It never queues an acknowledgement: whatever was not confirmed by the server is said not to have happened.

const SHELL = 'shell-1';
const PAGES = 'pages-1';
const OFFLINE = '/offline';
const PATIENCE_MS = 3_000;
const ANSWER_PATIENCE_MS = 15_000;
const SHELL_FILES = ['/manifest.webmanifest', '/icon-192.png', '/icon-512.png', '/badge-96.png', '/favicon-calm.svg'];
/** Pages of one's own that are worth reading offline. */
const KEPT_PAGES = /^\/$|^\/incidents(\/[\w-]+)?$|^\/oncall$/;

// ── Life

self.addEventListener('install', (event) => event.waitUntil(keepShell()));

self.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name !== SHELL && name !== PAGES);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

// A newer worker waits until every page of the old one is closed, unless a person asks for it.
self.addEventListener('message', ({ data }) => {
  if (data === 'SKIP_WAITING') self.skipWaiting();
});

async function keepShell() {
  const cache = await caches.open(SHELL);
  const page = await fetch(OFFLINE, { credentials: 'omit', cache: 'no-store' });
  const styles = [...(await page.clone().text()).matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, href]) => href);
  await cache.put(OFFLINE, page);
  await cache.addAll([...SHELL_FILES, ...styles]);
}

// ── Pages

self.addEventListener('push', (event) => event.waitUntil(receive(event)));

/** Always ends in something visible: three silent pushes and iOS takes the permission back. */
async function receive(event) {
  const { title, body, tag, lang, data } = readPush(event);
  const isNews = !data.isPage;
  await self.registration.showNotification(title, {
    body,
    tag,
    renotify: Boolean(tag),
    requireInteraction: !isNews,
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    lang,
    data: { ...data, title, body, tag, lang },
    actions: actionsOf(data, wordsOf(lang)),
  });
  await Promise.allSettled([sendReceipt(data.receipt), countOnIcon()]);
}

function readPush(event) {
  let message = null;
  try {
    message = event.data?.json() ?? null;
  } catch {
    // Not ours, or broken: it is shown all the same.
  }
  const { title, body, tag, lang, data, navigate } = message?.notification ?? event.notification ?? {};
  return {
    title: title ?? 'OpsKnight',
    body: body ?? 'Something happened: open OpsKnight to see what.',
    tag: tag ?? 'opsknight',
    lang: lang || 'en',
    data: { url: navigate ?? '/', ...data },
  };
}

const actionsOf = ({ acknowledge, escalate, all }, words) => [
  ...(acknowledge ? [{ action: 'acknowledge', title: all ? words.acknowledgeAll(all) : words.acknowledge }] : []),
  ...(escalate ? [{ action: 'escalate', title: words.escalate }] : []),
];

async function sendReceipt(token) {
  if (!token) return;
  await fetch('/api/push/receipt', {
    method: 'POST',
    credentials: 'omit',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  });
}

async function countOnIcon() {
  const shown = await self.registration.getNotifications();
  const open = shown.filter(({ data }) => data?.isPage).length;
  if ('setAppBadge' in navigator) await (open > 0 ? navigator.setAppBadge(open) : navigator.clearAppBadge());
}

// ── Answers

self.addEventListener('notificationclick', (event) => {
  const { notification, action } = event;
  const data = notification.data ?? {};
  const asked = action || data.retry;
  event.waitUntil(asked && data[asked] ? answer(asked, data) : open(notification, data.url));
});

/** What the device itself says about a page, in the language of the page. */
const WORDS = {
  en: {
    acknowledge: 'Acknowledge',
    acknowledgeAll: (count) => `Acknowledge all ${count}`,
    escalate: 'Escalate',
    done: {
      acknowledge: (time) => `Acknowledged ${time}, escalation stopped`,
      escalate: (time) => `Escalated ${time}, the next step is paged`,
    },
    notDone: { acknowledge: 'NOT acknowledged, tap to retry', escalate: 'NOT escalated, tap to retry' },
    answered: (status) => `The server answered ${status}.`,
    unreachable: 'The server could not be reached.',
    retry: 'Retry',
    open: 'Open',
  },
  de: {
    acknowledge: 'Übernehmen',
    acknowledgeAll: (count) => `Alle ${count} übernehmen`,
    escalate: 'Eskalieren',
    done: {
      acknowledge: (time) => `Übernommen ${time}, Eskalation gestoppt`,
      escalate: (time) => `Eskaliert ${time}, die nächste Stufe wird gerufen`,
    },
    notDone: {
      acknowledge: 'NICHT übernommen, zum Wiederholen tippen',
      escalate: 'NICHT eskaliert, zum Wiederholen tippen',
    },
    answered: (status) => `Der Server antwortete ${status}.`,
    unreachable: 'Der Server war nicht erreichbar.',
    retry: 'Wiederholen',
    open: 'Öffnen',
  },
  es: {
    acknowledge: 'Confirmar',
    acknowledgeAll: (count) => `Confirmar los ${count}`,
    escalate: 'Escalar',
    done: {
      acknowledge: (time) => `Confirmado ${time}, escalado detenido`,
      escalate: (time) => `Escalado ${time}, se avisa al paso siguiente`,
    },
    notDone: { acknowledge: 'NO confirmado, toque para reintentar', escalate: 'NO escalado, toque para reintentar' },
    answered: (status) => `El servidor respondió ${status}.`,
    unreachable: 'No se pudo contactar con el servidor.',
    retry: 'Reintentar',
    open: 'Abrir',
  },
  fr: {
    acknowledge: 'Prendre en charge',
    acknowledgeAll: (count) => `Prendre en charge les ${count}`,
    escalate: 'Escalader',
    done: {
      acknowledge: (time) => `Pris en charge ${time}, escalade arrêtée`,
      escalate: (time) => `Escaladé ${time}, l’étape suivante est avertie`,
    },
    notDone: {
      acknowledge: 'PAS pris en charge, toucher pour réessayer',
      escalate: 'PAS escaladé, toucher pour réessayer',
    },
    answered: (status) => `Le serveur a répondu ${status}.`,
    unreachable: 'Le serveur est injoignable.',
    retry: 'Réessayer',
    open: 'Ouvrir',
  },
  ja: {
    acknowledge: '対応を開始',
    acknowledgeAll: (count) => `${count}件すべて対応を開始`,
    escalate: 'エスカレーション',
    done: {
      acknowledge: (time) => `${time} 対応を開始しました。エスカレーションは停止しました`,
      escalate: (time) => `${time} エスカレーションしました。次のステップを呼び出しています`,
    },
    notDone: {
      acknowledge: '対応開始は未完了です。タップして再試行',
      escalate: 'エスカレーションは未完了です。タップして再試行',
    },
    answered: (status) => `サーバーの応答は ${status} でした。`,
    unreachable: 'サーバーに接続できませんでした。',
    retry: '再試行',
    open: '開く',
  },
};
const wordsOf = (lang) => WORDS[lang] ?? WORDS.en;

/** The notification is replaced only once the server has answered; until then the page stays where it is. */
async function answer(action, data) {
  let response = null;
  let problem = null;
  try {
    response = await fetch(new URL(data[action]).pathname, {
      method: 'POST',
      credentials: 'omit',
      headers: { accept: 'application/json' },
      signal: AbortSignal.timeout(ANSWER_PATIENCE_MS),
    });
    if (!response.ok) problem = await response.json();
  } catch {
    // No network, no answer in time, or words that are none.
  }
  if (response?.ok) await showDone(action, data);
  else if (response?.status === 409 && problem?.detail) await showOver(problem.detail, data);
  else await showNotDone(action, data, response?.status ?? null);
  await countOnIcon();
}

const clock = () => new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

const replaceBy = (data, title, body, more = {}) =>
  self.registration.showNotification(title, {
    body,
    tag: data.tag,
    icon: '/icon-192.png',
    badge: '/badge-96.png',
    lang: data.lang,
    silent: true,
    data: { ...data, isPage: false, retry: null },
    ...more,
  });

const showDone = (action, data) =>
  replaceBy(data, wordsOf(data.lang).done[action](clock()), `${data.title} · ${data.body}`);

const showOver = (words, data) => replaceBy(data, words, `${data.title} · ${data.body}`);

function showNotDone(action, data, status) {
  const { notDone, answered, unreachable, retry, open } = wordsOf(data.lang);
  const problem = status ? answered(status) : unreachable;
  return replaceBy(data, notDone[action], `${problem} ${data.title} · ${data.body}`, {
    renotify: true,
    silent: false,
    requireInteraction: true,
    data: { ...data, retry: action },
    actions: [
      { action, title: retry },
      { action: 'open', title: open },
    ],
  });
}

async function open(notification, address) {
  notification.close();
  const url = new URL(address ?? '/', self.location.origin);
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const client = windows.find(({ url: shown }) => new URL(shown).origin === self.location.origin);
  try {
    if (client) {
      await client.focus();
      client.postMessage({ open: url.href });
    } else await self.clients.openWindow(url.href);
  } catch {
    // A click that the browser does not count as one may move no window.
    client?.postMessage({ open: url.href });
  }
  await countOnIcon();
}

/** A browser that renews its subscription says so here; where it does not, the app repairs it when it is opened. */
self.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(renew(event)));

async function renew({ oldSubscription, newSubscription }) {
  const options = oldSubscription?.options;
  const subscription = newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  if (!subscription) return;
  const listed = await (await fetch('/api/v1/devices')).json();
  const before = listed.data?.find(({ endpoint }) => endpoint === oldSubscription?.endpoint);
  await fetch('/api/v1/devices', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      subscription: JSON.stringify(subscription),
      name: before?.name ?? 'A browser',
      installed: before?.installed ?? false,
      ...(before ? { replaces: before.id } : {}),
    }),
  });
}

// ── Without a network

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === 'navigate')
    event.respondWith(request.method === 'GET' ? navigate(event, url) : act(request, url));
  else if (request.method === 'GET' && /^\/(assets\/|icon-|badge-|favicon-)/.test(url.pathname)) {
    event.respondWith(fromShell(request));
  }
});

async function fromShell(request) {
  return (await caches.match(request)) ?? fetch(request);
}

/** Network first. What cannot be reached in three seconds is shown as it was last seen, and says so. */
async function navigate(event, url) {
  const asked = fetch(event.request);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const kept = KEPT_PAGES.test(url.pathname) ? await caches.match(url.pathname, { cacheName: PAGES }) : undefined;
  try {
    const response = (await (kept ? Promise.race([asked, late]) : asked)) ?? null;
    if (response) {
      event.waitUntil(remember(url, response.clone()));
      return response;
    }
    event.waitUntil(asked.then((one) => remember(url, one)).catch(() => undefined));
  } catch {
    // Offline.
  }
  return kept ?? (await caches.match(OFFLINE, { cacheName: SHELL })) ?? Response.error();
}

/** A form that is sent without a network is lost, and the person must know: nothing is sent later in secret. */
async function act(request, url) {
  try {
    const response = await fetch(request);
    // Whoever comes next must not read the pages of whoever was here.
    if (url.pathname === '/logout' || url.pathname === '/login') await caches.delete(PAGES);
    return response;
  } catch {
    const shell = await caches.match(OFFLINE, { cacheName: SHELL });
    if (!shell) return Response.error();
    const page = await shell.text();
    const said = page.replace(/<h1[^>]*>[^<]*<\/h1>/, '<h1>Not sent: you are offline</h1>');
    return new Response(said, { status: 503, headers: headersOf(shell) });
  }
}

const headersOf = ({ headers }) => ({
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': headers.get('content-security-policy') ?? "default-src 'self'",
});

/** Keeps a page without its scripts, so that offline it is paper: no button of it can pretend to have done anything. */
async function remember(url, response) {
  // The session has ended, so the kept pages end too.
  if (url.pathname === '/login' && response.ok) await caches.delete(PAGES);
  if (!response.ok || response.redirected || !KEPT_PAGES.test(url.pathname)) return;
  if (!response.headers.get('content-type')?.startsWith('text/html')) return;
  const html = await response.text();
  const styles = [...html.matchAll(/href="(\/assets\/[^"]+\.css)"/g)].map(([, href]) => href);
  const note = `<p role="status" data-offline>Offline. This is the page as of ${clock()}; nothing on it can be sent.</p>`;
  const paper = html
    .replace(/<script\b[\s\S]*?<\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<button\b/g, '<button disabled')
    .replace(/<body[^>]*>/, (body) => body + note);
  const cache = await caches.open(PAGES);
  await cache.put(url.pathname, new Response(paper, { headers: headersOf(response) }));
  const shell = await caches.open(SHELL);
  const missing = await Promise.all(styles.map(async (href) => ((await shell.match(href)) ? null : href)));
  await shell.addAll(missing.filter((href) => href !== null));
}
