import type { ActionLinks, NotificationContent, RenderedMessage } from '../content';
import { emailHtml } from './email-html';
import { openFor, rank, serviceOf, timeFor, titleOf, topLabels, whyOf } from './facts';
import { cut, line, paragraphs, webLink } from './plain';

/** What both parts of a mail say, already clean; only escaping for HTML is left to do. */
export type MailFacts = {
  intent: NotificationContent['intent'];
  subject: string;
  /** "P1 · checkout-api" */
  heading: string;
  title: string;
  why: string;
  url: string;
  /** Where one press acknowledges; null where there is nothing to answer. */
  acknowledgeUrl: string | null;
  description: string;
  rows: [name: string, value: string][];
  links: [name: string, url: string][];
  labels: [key: string, value: string][];
  sender: string;
};

const SUBJECT_MAX = 200;
const LABELS = 8;

function rowsOf(content: NotificationContent): [string, string][] {
  const { incident } = content;
  const since = openFor(content);
  const opened = timeFor(content, incident.openedAt);
  const rows: [string, string][] = [
    ['Service', serviceOf(content)],
    ['Urgency', incident.urgency.charAt(0) + incident.urgency.slice(1).toLowerCase()],
  ];
  if (incident.priority) rows.push(['Priority', incident.priority]);
  if (content.intent === 'page') rows.push(['Since', since ? `${opened}, for ${since}` : opened]);
  else rows.push(['Opened', opened], ['Resolved', timeFor(content, content.createdAt)]);
  if (incident.alertCount > 1) rows.push(['Alerts', String(incident.alertCount)]);
  if (incident.number !== null) rows.push(['Incident', `#${incident.number}`]);
  if (incident.source) rows.push(['Source', line(incident.source, 120)]);
  return rows;
}

function factsOf(content: NotificationContent, answers: ActionLinks | null): MailFacts {
  const { incident, intent } = content;
  const about = `[${rank(content)}] ${serviceOf(content)}: ${titleOf(content, SUBJECT_MAX)}`;
  const links: [string, string | null][] = [
    ['See it at the source', webLink(incident.sourceLink)],
    ['Runbook', webLink(incident.runbookUrl)],
  ];
  return {
    intent,
    subject: cut(intent === 'resolved' ? `Resolved: ${about}` : about, SUBJECT_MAX),
    heading: `${intent === 'resolved' ? 'Resolved · ' : ''}${rank(content)} · ${serviceOf(content)}`,
    title: titleOf(content, 500),
    why: whyOf(content),
    url: content.url,
    acknowledgeUrl: answers?.acknowledge ?? null,
    description: paragraphs(incident.description ?? '', 4000),
    rows: rowsOf(content),
    links: links.filter((entry): entry is [string, string] => entry[1] !== null),
    labels: topLabels(content, LABELS),
    sender: line(content.organisation, 80),
  };
}

const emailText = (facts: MailFacts): string =>
  [
    `${facts.heading}\n${facts.title}`,
    facts.why,
    facts.acknowledgeUrl
      ? `Acknowledge: ${facts.acknowledgeUrl}\nOpen the incident: ${facts.url}`
      : `Open the incident: ${facts.url}`,
    facts.rows.map(([name, value]) => `${name}: ${value}`).join('\n'),
    facts.description,
    facts.links.map(([name, url]) => `${name}: ${url}`).join('\n'),
    facts.labels.length > 0 ? `Labels:\n${facts.labels.map(([key, value]) => `  ${key} = ${value}`).join('\n')}` : '',
    `Sent by OpsKnight for ${facts.sender}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');

/** A mail: subject of one line and at most 200 characters, a text part, and the same said in HTML. A press of its link opens a page that asks once more. */
export function renderEmail(content: NotificationContent, answers: ActionLinks | null): RenderedMessage {
  const facts = factsOf(content, answers);
  return { subject: facts.subject, text: `${emailText(facts)}\n`, html: emailHtml(facts) };
}
