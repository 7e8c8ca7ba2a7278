const MASK = '•••';
const SECRET_HEADER = /auth|token|secret|signature|cookie|key|password/i;
const SECRET_NAME =
  '[\\w.-]*(?:password|passwd|secret|token|api[_-]?key|routing[_-]?key|service[_-]?key|authorization)';
// Bodies are kept up to a length, so they may end anywhere: masked as text, not as JSON.
const JSON_SECRET = new RegExp(`("${SECRET_NAME}"\\s*:\\s*)"(?:[^"\\\\]|\\\\.)*"?`, 'gi');
const FORM_SECRET = new RegExp(`((?:^|[&?\\s])${SECRET_NAME}=)[^&\\s"]+`, 'gi');

/** The integration's own key wherever it stands; its first part names the inbox and is no secret. */
const withoutKey = (text: string, inbox: string): string =>
  text.replaceAll(new RegExp(`${inbox}[a-z0-9]{22}`, 'g'), `${inbox}${MASK}`);

/** Headers as they may be shown. */
export const maskHeaders = (headers: Record<string, string>, inbox: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, SECRET_HEADER.test(name) ? MASK : withoutKey(value, inbox)]),
  );

/** A raw body as it may be shown: what is named like a secret becomes •••. */
export const maskBody = (body: string, inbox: string): string =>
  withoutKey(body, inbox).replaceAll(JSON_SECRET, `$1"${MASK}"`).replaceAll(FORM_SECRET, `$1${MASK}`);
