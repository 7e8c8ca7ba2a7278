// Pages as a person has them: a width, a colour scheme, perhaps signed in; and everything that went wrong in them.

export const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** Signs in the way the form does and answers the cookies, for other contexts to begin with. */
export async function signInState(browser, { url, email, password }) {
  const context = await browser.newContext({ baseURL: url });
  const answer = await context.request.post('/login', {
    form: { email, password, next: '/' },
    headers: { origin: url },
    maxRedirects: 0,
  });
  if (answer.status() !== 302) throw new Error(`Signing in as ${email} answered ${answer.status()}`);
  const state = await context.storageState();
  await context.close();
  return state;
}

export const openContext = (browser, { url, storageState, size = 'desktop', scheme = 'light', ...more }) =>
  browser.newContext({
    baseURL: url,
    viewport: SIZES[size],
    hasTouch: size === 'phone',
    isMobile: size === 'phone',
    colorScheme: scheme,
    reducedMotion: 'reduce',
    storageState,
    ...more,
  });

/**
 * Opens a page in a context. `problems` collects each error in its console and each exception; `allow` are patterns of
 * those that the test provokes.
 */
export async function watchedPage(context, allow = []) {
  const page = await context.newPage();
  const problems = [];
  // Addresses that the proxy of the local runtime has answered with 500 by itself (`scripts/start/keep-serving.mjs`):
  // whatever the product answers has a request id, and a file is never an error of its own.
  const lost = new Set();
  const isOfLost = ({ text, url }) =>
    lost.has(url) || (text.includes('manifest patches') && [...lost].some((one) => one.includes('/__manifest')));
  const seen = [];
  const note = (text, url = '') => {
    if (allow.some((pattern) => pattern.test(text))) return;
    seen.push({ text, url, at: new URL(page.url()).pathname });
    tell();
  };
  const tell = () => {
    const told = seen.filter((one) => !isOfLost(one)).map(({ text, at }) => `${at}: ${text}`);
    problems.splice(0, problems.length, ...told);
  };
  page.on('response', (answer) => {
    if (answer.status() !== 500 || answer.headers()['x-request-id']) return;
    lost.add(answer.url());
    tell();
  });
  page.on('pageerror', (error) => note(error.stack ?? error.message));
  page.on('console', (message) => {
    const { url } = message.location();
    if (message.type() === 'error') note(`${message.text()} (${url})`, url);
  });
  return { page, problems };
}

/** The same in a context of its own. */
export async function openPage(browser, { allow, ...options }) {
  const context = await openContext(browser, options);
  return { ...(await watchedPage(context, allow)), close: () => context.close() };
}
