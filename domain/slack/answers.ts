import type { IncidentStatus } from '../incident/incident';
import { line } from '../notification/render/plain';
import { escapedWithin, escapeSlack } from '../notification/render/slack-text';
import type { Failure } from '../shared/errors';
import { type ButtonVerb, SNOOZE_BUTTON_MINUTES } from './buttons';
import { USAGE } from './command';
import { slackTime } from './news';

// What Slack's people are answered, seen by whoever asked only. Every text of others is escaped.

export const safe = (text: string, max = 200): string => escapedWithin(line(text, max), max);

type Known = { id: string; number: number | null; title: string; status: IncidentStatus };

/** "#1042 Disk full", leading to its page. */
export const incidentLink = ({ id, number, title }: Known, appUrl: string): string =>
  `<${escapeSlack(`${appUrl}/incidents/${number ?? id}`)}|${number === null ? '' : `#${number} `}${safe(title, 150) || 'Untitled incident'}>`;

const DONE: Record<ButtonVerb | 'note', string> = {
  acknowledge: 'You acknowledged',
  resolve: 'You resolved',
  escalate: 'You escalated',
  snooze: `You snoozed for ${SNOOZE_BUTTON_MINUTES} minutes`,
  unsnooze: 'You ended the snooze of',
  note: 'Your note stands on',
};

const ALREADY: Record<ButtonVerb, string> = {
  acknowledge: 'is acknowledged already',
  resolve: 'is resolved already',
  escalate: 'is escalated already',
  snooze: 'is snoozed already',
  unsnooze: 'is not snoozed',
};

export const doneAnswer = (verb: ButtonVerb | 'note', incident: Known, changed: boolean, appUrl: string): string =>
  changed || verb === 'note'
    ? `${DONE[verb]} ${incidentLink(incident, appUrl)}.`
    : `${incidentLink(incident, appUrl)} ${ALREADY[verb]}.`;

/** A failure in words for Slack. A refused permission says what to do about it. */
export function failureAnswer({ code, message }: Failure): string {
  if (code === 'forbidden') return 'Your role in OpsKnight does not allow this. Ask an administrator.';
  return safe(message, 300);
}

export const unlinkedAnswer = (linkUrl: string): string =>
  `Your Slack account is not connected to a person in OpsKnight yet. <${escapeSlack(linkUrl)}|Connect it>, then try again. The link is for you alone and works for 15 minutes.`;

export const unlinkedNowAnswer =
  'OpsKnight cannot look up who you are at the moment. Open the incident and answer there, or try again soon.';

export const helpAnswer = (appUrl: string): string =>
  [
    '*OpsKnight*',
    `\`${USAGE.oncall}\` who is on call now`,
    `\`${USAGE.declare}\` opens an incident and pages`,
    `\`${USAGE.ack}\` acknowledges`,
    `\`${USAGE.resolve}\` resolves`,
    `\`${USAGE.note}\` writes a note`,
    `\`${USAGE.who}\` who you are here, who answers an incident, who a service would page`,
    `<${escapeSlack(appUrl)}|Open OpsKnight>`,
  ].join('\n');

export const unclearAnswer = (usage: string): string => `That could not be read. Write \`${usage}\`.`;

type OnCall = { scheduleName: string; users: { name: string }[]; until: number | null };

const namesOf = (people: readonly { name: string }[]): string =>
  people
    .slice(0, 10)
    .map(({ name }) => `*${safe(name, 80)}*`)
    .join(', ') || 'nobody';

const ROWS_MAX = 30;

export function onCallAnswer(entries: readonly OnCall[]): string {
  if (entries.length === 0) return 'There is no schedule yet.';
  const rows = entries
    .slice(0, ROWS_MAX)
    .map(
      ({ scheduleName, users, until }) =>
        `${safe(scheduleName, 100)}: ${namesOf(users)}${until === null ? '' : `, until ${slackTime(until)}`}`,
    );
  const more = entries.length - rows.length;
  return ['On call now', ...rows, ...(more > 0 ? [`and ${more} more schedules`] : [])].join('\n');
}

export const youAnswer = (person: { name: string; role: string }): string =>
  `You are *${safe(person.name, 80)}* in OpsKnight, ${safe(person.role.toLowerCase(), 20)}.`;

export const answeringAnswer = (
  incident: Known & { assignee: { name: string } | null },
  paged: readonly string[],
  appUrl: string,
): string => {
  const who = incident.assignee ? `with *${safe(incident.assignee.name, 80)}*` : 'with nobody yet';
  const told = paged.length > 0 ? ` Paged: ${namesOf(paged.map((name) => ({ name })))}.` : ' Nobody was paged.';
  return `${incidentLink(incident, appUrl)} is ${incident.status.toLowerCase()}, ${who}.${told}`;
};

export function wouldPageAnswer(
  service: string,
  steps: readonly { people: readonly { name: string }[]; afterSeconds: number }[],
): string {
  if (steps.length === 0) return `${safe(service, 100)} pages nobody: it has no escalation policy.`;
  const lines = steps.slice(0, 20).map(({ people, afterSeconds }, index) => {
    const when = afterSeconds === 0 ? 'at once' : `after ${Math.round(afterSeconds / 6) / 10} min`;
    return `${index + 1}. ${namesOf(people)}, ${when}`;
  });
  return [`${safe(service, 100)} would page now`, ...lines].join('\n');
}

export function noServiceAnswer(matches: readonly { name: string }[]): string {
  if (matches.length === 0) return `No service begins like that. Write \`${USAGE.declare}\`.`;
  return `Which service: ${matches
    .slice(0, 10)
    .map(({ name }) => safe(name, 80))
    .join(', ')}?`;
}

export const declaredAnswer = (incident: Known, joined: boolean, appUrl: string): string =>
  joined
    ? `${incidentLink(incident, appUrl)} is open already.`
    : `You declared ${incidentLink(incident, appUrl)}. Paging has begun.`;
