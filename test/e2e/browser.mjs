// Pages as a person has them: a width, a colour scheme, perhaps signed in; and everything that went wrong in them.

const SIZES = { desktop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

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
  const note = (text) => {
    if (!allow.some((pattern) => pattern.test(text))) problems.push(`${new URL(page.url()).pathname}: ${text}`);
  };
  page.on('pageerror', (error) => note(error.stack ?? error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`);
  });
  return { page, problems };
}

/** The same in a context of its own. */
export async function openPage(browser, { allow, ...options }) {
  const context = await openContext(browser, options);
  return { ...(await watchedPage(context, allow)), close: () => context.close() };
}
