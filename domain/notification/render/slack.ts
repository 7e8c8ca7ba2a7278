import type { NotificationContent, RenderedMessage } from '../content';
import { rank, serviceOf, timeFor, titleOf, whyOf } from './facts';
import { cut, paragraphs, webLink } from './plain';

/** Slack's three control characters; without them `<!channel>` from an alert is only text. (PROVIDERS: Slack) */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const ESCAPED_AMPERSAND = 5;

/** Escaped and at most `max` characters. Cut before it is escaped, because an entity must not be cut in two. */
function escapedWithin(text: string, max: number): string {
  const escaped = escapeSlack(cut(text, max));
  return escaped.length <= max ? escaped : escapeSlack(cut(text, Math.floor(max / ESCAPED_AMPERSAND)));
}

function links(content: NotificationContent): string {
  const others = [
    { label: 'Source', url: webLink(content.incident.sourceLink) },
    { label: 'Runbook', url: webLink(content.incident.runbookUrl) },
  ].map(({ label, url }) => (url ? `<${escapeSlack(url)}|${label}>` : ''));
  return [
    `<${escapeSlack(content.url)}|Open the incident>`,
    ...others.filter((link) => link !== '' && link.length <= 250),
  ].join('  ');
}

/** A message in mrkdwn, below the 3,000 characters of a section (PROVIDERS: Slack). */
export function renderSlack(content: NotificationContent): RenderedMessage {
  const { incident, intent } = content;
  const number = incident.number === null ? '' : ` #${incident.number}`;
  const heading = `${intent === 'resolved' ? 'Resolved: ' : ''}${rank(content)}${number} ${serviceOf(content)}`;
  const text = [
    `*${escapedWithin(heading, 200)}*`,
    escapedWithin(titleOf(content, 600), 600),
    escapedWithin(whyOf(content), 400),
    escapedWithin(paragraphs(incident.description ?? '', 900), 900),
    `Since ${timeFor(content, incident.openedAt)}`,
    links(content),
  ];
  return { subject: null, text: text.filter((part) => part !== '').join('\n'), html: null };
}
