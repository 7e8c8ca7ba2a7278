import { cut } from './plain';

/** Slack's three control characters; without them `<!channel>` from an alert is only text. (PROVIDERS: Slack) */
export const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const ESCAPED_AMPERSAND = 5;

/** Escaped and at most `max` characters. Cut before it is escaped, because an entity must not be cut in two. */
export function escapedWithin(text: string, max: number): string {
  const escaped = escapeSlack(cut(text, max));
  return escaped.length <= max ? escaped : escapeSlack(cut(text, Math.floor(max / ESCAPED_AMPERSAND)));
}
