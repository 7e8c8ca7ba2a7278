import { actionsBlock } from '../../slack/buttons';
import type { NotificationContent, RenderedMessage, SlackBlock, SlackText } from '../content';
import { newsOf, openFor, rank, serviceOf, timeFor, titleOf, whyOf, wordsOf } from './facts';
import { paragraphs, webLink } from './plain';
import { escapedWithin, escapeSlack } from './slack-text';

const LINK_MAX = 250;

function otherLinks(content: NotificationContent): string[] {
  const { incident } = content;
  const { runbook, slack } = wordsOf(content);
  const known = [
    { label: slack.source, url: webLink(incident.sourceLink) },
    { label: runbook, url: webLink(incident.runbookUrl) },
  ];
  return known
    .map(({ label, url }) => (url ? `<${escapeSlack(url)}|${label}>` : ''))
    .filter((link) => link !== '' && link.length <= LINK_MAX);
}

/** Each part is escaped and short enough that together they stay below the 3,000 characters of a section. */
function partsOf(content: NotificationContent) {
  const { incident, intent } = content;
  const number = incident.number === null ? '' : ` #${incident.number}`;
  const words = wordsOf(content);
  const news = newsOf(content);
  const opened = escapeSlack(timeFor(content, incident.openedAt));
  const heading = `${news === null ? '' : `${news}${words.mail.colon}`}${rank(content)}${number} ${serviceOf(content)}`;
  const open = intent === 'page' ? openFor(content) : null;
  return {
    heading: `*${escapedWithin(heading, 200)}*`,
    title: escapedWithin(titleOf(content, 600), 600),
    why: escapedWithin(whyOf(content), 400),
    description: escapedWithin(paragraphs(incident.description ?? '', 900), 900),
    since: words.since(open ? words.timeFor(opened, open) : opened),
    links: otherLinks(content),
  };
}

const joined = (parts: readonly string[], mark: string): string => parts.filter((part) => part !== '').join(mark);

/** `verbatim` keeps Slack from making links, channels and mentions of what an alert says. */
const mrkdwn = (text: string): SlackText => ({ type: 'mrkdwn', text, verbatim: true });

/**
 * Blocks with the buttons that answer the page, and the same in one mrkdwn text for notifications and screen readers
 * (PROVIDERS: Slack). All blocks together stay far below the 13,000 characters that Slack takes.
 */
export function renderSlack(content: NotificationContent): RenderedMessage {
  const { heading, title, why, description, since, links } = partsOf(content);
  const words = wordsOf(content);
  const open = `<${escapeSlack(content.url)}|${words.openIncident}>`;
  const text = joined([heading, title, why, description, since, [open, ...links].join('  ')], '\n');
  const details = joined([why, description], '\n');
  const blocks: SlackBlock[] = [
    { type: 'section', text: mrkdwn(`${heading}\n${title}`) },
    ...(details === '' ? [] : [{ type: 'section' as const, text: mrkdwn(details) }]),
    { type: 'context', elements: [mrkdwn([since, ...links].join('  '))] },
    ...actionsBlock(content.incident, content.url, content.intent === 'page' ? undefined : [], words.slack),
  ];
  return { subject: null, text, html: null, blocks };
}
