import type { IncidentAnnouncement } from '../../incident/announcement';
import type { IncidentStatus, Urgency } from '../../incident/incident';
import { cut, line, paragraphs, webLink } from '../../notification/render/plain';
import type { Instant } from '../../shared/time';
import type { TestEvent, WebhookEvent } from '../event';
import { saidOf } from './said';

/** What a chat shows of an event, in plain words that each format escapes for itself. All parts are short and clean. */
export type News = {
  tone: 'open' | 'acknowledged' | 'resolved' | 'quiet';
  /** "P1 #1042 checkout-api" */
  heading: string;
  title: string;
  /** One sentence: what happened, and by whom. */
  said: string;
  /** Paragraphs; only of an incident that opens. */
  description: string;
  facts: [name: string, value: string][];
  /** Where to look; the first leads to OpsKnight. Addresses are http or https. */
  links: [label: string, url: string][];
  /** Who speaks. */
  sender: string;
  at: Instant;
};

const STATUS: Record<IncidentStatus, { word: string; tone: News['tone'] }> = {
  OPEN: { word: 'Open', tone: 'open' },
  ESCALATED: { word: 'Escalated', tone: 'open' },
  ACKNOWLEDGED: { word: 'Acknowledged', tone: 'acknowledged' },
  SNOOZED: { word: 'Snoozed', tone: 'quiet' },
  SUPPRESSED: { word: 'Suppressed', tone: 'quiet' },
  RESOLVED: { word: 'Resolved', tone: 'resolved' },
};
const URGENCY: Record<Urgency, string> = { HIGH: 'High', MEDIUM: 'Medium', LOW: 'Low' };

const present = (pairs: [string, string | null][]): [string, string][] =>
  pairs.filter((pair): pair is [string, string] => pair[1] !== null && pair[1] !== '');

function newsOfIncident(event: IncidentAnnouncement): News {
  const { incident } = event;
  const number = incident.number === null ? '' : ` #${incident.number}`;
  const service = line(incident.serviceName, 80);
  return {
    tone: STATUS[incident.status].tone,
    heading: `${incident.priority ?? URGENCY[incident.urgency]}${number} ${service}`,
    title: line(incident.title, 300) || 'Untitled incident',
    said: saidOf(event),
    description: event.kind === 'opened' ? paragraphs(incident.description ?? '', 800) : '',
    facts: present([
      ['Status', STATUS[incident.status].word],
      ['Urgency', URGENCY[incident.urgency]],
      ['Assignee', incident.assignee && line(incident.assignee.name, 80)],
      ['Source', incident.source && line(incident.source, 80)],
    ]),
    links: present([
      ['Open the incident', event.url],
      ['Source', webLink(incident.sourceLink)],
      ['Runbook', webLink(incident.runbookUrl)],
    ]).filter(([, url], i) => i === 0 || url.length <= 500),
    sender: `OpsKnight · ${line(event.organisation.name, 80)}`,
    at: event.at,
  };
}

const newsOfTest = (event: TestEvent): News => ({
  tone: 'quiet',
  heading: 'Test',
  title: cut(`Webhook “${line(event.webhookName, 200)}” works`, 300),
  said: `Sent by ${line(event.actor.name, 80)}. Nothing has happened.`,
  description: '',
  facts: [],
  links: [['Open the webhook', event.url]],
  sender: `OpsKnight · ${line(event.organisation.name, 80)}`,
  at: event.at,
});

export const newsOf = (event: WebhookEvent): News =>
  event.kind === 'test' ? newsOfTest(event) : newsOfIncident(event);
