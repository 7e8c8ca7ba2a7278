import type { IncidentAnnouncement } from '../incident/announcement';
import type { IncidentStatus } from '../incident/incident';
import type { SlackBlock, SlackText } from '../notification/content';
import { line, paragraphs, webLink } from '../notification/render/plain';
import { escapedWithin, escapeSlack } from '../notification/render/slack-text';
import { actionsBlock } from './buttons';
import { newsLine, slackTime } from './news';
import { THREAD_KINDS, type ThreadKind } from './thread-kinds';

/** `blocks` show it, `text` says the same to notifications and screen readers. */
export type ChannelMessage = { text: string; blocks: SlackBlock[] };

const STATUS_WORDS: Record<IncidentStatus, string> = {
  OPEN: 'Open',
  ACKNOWLEDGED: 'Acknowledged',
  SNOOZED: 'Snoozed',
  ESCALATED: 'Escalated',
  SUPPRESSED: 'Suppressed',
  RESOLVED: 'Resolved',
};

const mrkdwn = (text: string): SlackText => ({ type: 'mrkdwn', text, verbatim: true });
const joined = (parts: readonly (string | null)[], mark: string): string =>
  parts.filter((part) => part !== null && part !== '').join(mark);

const linkTo = (label: string, address: string | null): string | null => {
  const url = webLink(address);
  const link = url && `<${escapeSlack(url)}|${label}>`;
  return link && link.length <= 250 ? link : null;
};

/**
 * The one message of an incident in its service's channel, as it stands after the last change. Every part is cut and
 * escaped, so that all blocks stay far below Slack's limits and nothing an alert says mentions anybody (PROVIDERS: Slack).
 */
export function channelMessage({ incident, url }: IncidentAnnouncement): ChannelMessage {
  const number = incident.number === null ? '' : `#${incident.number} `;
  const title = escapedWithin(line(incident.title, 600), 600) || 'Untitled incident';
  const rank = incident.priority ?? incident.urgency.charAt(0) + incident.urgency.slice(1).toLowerCase();
  const service = escapedWithin(line(incident.serviceName, 100), 100);
  const status = STATUS_WORDS[incident.status];
  const assignee = incident.assignee ? escapedWithin(line(incident.assignee.name, 80), 80) : null;
  const facts = joined(
    [
      `*${status}*${assignee && incident.status !== 'OPEN' ? `, with ${assignee}` : ''}`,
      rank,
      service,
      `since ${slackTime(incident.openedAt)}`,
      incident.nobodyPaged && incident.status !== 'RESOLVED' ? 'nobody is paged' : null,
    ],
    ' · ',
  );
  const description = escapedWithin(paragraphs(incident.description ?? '', 900), 900);
  const links = joined([linkTo('Source', incident.sourceLink), linkTo('Runbook', incident.runbookUrl)], '  ');
  return {
    text: `${status}: ${number}${title} (${service})`,
    blocks: [
      { type: 'section', text: mrkdwn(`*<${escapeSlack(url)}|${number}${title}>*`) },
      ...(description === '' ? [] : [{ type: 'section' as const, text: mrkdwn(description) }]),
      { type: 'context', elements: [mrkdwn(joined([facts, links], '  '))] },
      ...actionsBlock(incident, url),
    ],
  };
}

const THREAD_MAX = 2_900;
const LINES_MAX = 20;

/**
 * What the thread is told of several changes at once, oldest first; null when there is nothing to tell. `kinds`: what
 * the service wants its thread to be told of, null for everything.
 */
export function threadReply(
  news: readonly IncidentAnnouncement[],
  kinds: readonly ThreadKind[] | null = null,
): string | null {
  const told: readonly string[] = kinds ?? THREAD_KINDS;
  const lines = news.filter(({ kind }) => told.includes(kind)).map(newsLine);
  if (lines.length === 0) return null;
  const left = lines.slice(-LINES_MAX);
  const missing = lines.length - left.length;
  const all = missing > 0 ? [`${missing} earlier changes stand in the timeline.`, ...left] : left;
  const kept = [...all];
  while (kept.join('\n').length > THREAD_MAX && kept.length > 1) kept.shift();
  return kept.join('\n');
}
