import type { ActionLinks, NotificationContent, RenderedMessage } from '../content';
import type { Words } from '../words/words';
import { emailHtml } from './email-html';
import { newsOf, openFor, rank, serviceOf, timeFor, titleOf, topLabels, whyOf, wordsOf } from './facts';
import { cut, line, paragraphs, webLink } from './plain';

/** What both parts of a mail say, already clean; only escaping for HTML is left to do. */
export type MailFacts = {
  words: Words;
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
  const { mail, urgency, timeFor: lasting } = wordsOf(content);
  const names = mail.rows;
  const rows: [string, string][] = [
    [names.service, serviceOf(content)],
    [names.urgency, urgency[incident.urgency]],
  ];
  if (incident.priority) rows.push([names.priority, incident.priority]);
  if (content.intent !== 'resolved') rows.push([names.since, since ? lasting(opened, since) : opened]);
  else rows.push([names.opened, opened], [names.resolved, timeFor(content, content.createdAt)]);
  if (incident.alertCount > 1) rows.push([names.alerts, String(incident.alertCount)]);
  if (incident.number !== null) rows.push([names.incident, `#${incident.number}`]);
  if (incident.source) rows.push([names.source, line(incident.source, 120)]);
  return rows;
}

function factsOf(content: NotificationContent, answers: ActionLinks | null): MailFacts {
  const { incident, intent } = content;
  const about = `[${rank(content)}] ${serviceOf(content)}: ${titleOf(content, SUBJECT_MAX)}`;
  const words = wordsOf(content);
  const news = newsOf(content);
  const links: [string, string | null][] = [
    [words.mail.atSource, webLink(incident.sourceLink)],
    [words.runbook, webLink(incident.runbookUrl)],
  ];
  return {
    words,
    intent,
    subject: cut(news === null ? about : `${news}${words.mail.colon}${about}`, SUBJECT_MAX),
    heading: `${news === null ? '' : `${news} · `}${rank(content)} · ${serviceOf(content)}`,
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

function emailText(facts: MailFacts): string {
  const { words, acknowledgeUrl } = facts;
  const named = ([name, value]: [string, string]): string => `${name}${words.mail.colon}${value}`;
  const answers: [string, string][] = acknowledgeUrl ? [[words.acknowledge, acknowledgeUrl]] : [];
  const labels = facts.labels.map(([key, value]) => `  ${key} = ${value}`).join('\n');
  return [
    `${facts.heading}\n${facts.title}`,
    facts.why,
    [...answers, [words.openIncident, facts.url] as [string, string]].map(named).join('\n'),
    facts.rows.map(named).join('\n'),
    facts.description,
    facts.links.map(named).join('\n'),
    labels === '' ? '' : `${words.mail.labels}${words.mail.colon.trimEnd()}\n${labels}`,
    words.mail.sentFor(facts.sender),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** A mail: subject of one line and at most 200 characters, a text part, and the same said in HTML. A press of its link opens a page that asks once more. */
export function renderEmail(content: NotificationContent, answers: ActionLinks | null): RenderedMessage {
  const facts = factsOf(content, answers);
  return { subject: facts.subject, text: `${emailText(facts)}\n`, html: emailHtml(facts) };
}
