import type { IncidentAnnouncement } from '../incident/announcement';
import { line } from '../notification/render/plain';
import { escapedWithin } from '../notification/render/slack-text';
import type { Instant } from '../shared/time';

/** Slack shows an instant in the reader's own zone; the words stand where it cannot. */
export const slackTime = (at: Instant): string =>
  `<!date^${Math.floor(at / 1000)}^{date_short_pretty} {time}|${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC>`;

const text = (value: unknown, max: number): string =>
  escapedWithin(line(typeof value === 'string' ? value : '', max), max);

const quoted = (value: unknown): string => {
  const words = text(value, 400);
  return words === '' ? '' : `: “${words}”`;
};

const listed = (value: unknown): string =>
  Array.isArray(value)
    ? value
        .slice(0, 5)
        .map((one) => text(one, 80))
        .join(', ') + (value.length > 5 ? ' and others' : '')
    : '';

/** "#1042", as the timeline names another incident. */
const refText = (value: unknown): string => {
  const number = typeof value === 'object' && value !== null && 'number' in value ? value.number : null;
  return typeof number === 'number' ? `#${number}` : 'another incident';
};

/** One line for the thread: who did what. Everything that others wrote is escaped. */
export function newsLine({ kind, actor, detail, at }: IncidentAnnouncement): string {
  const who = `*${text(actor.name, 80)}*`;
  switch (kind) {
    case 'opened':
      return `${who} opened the incident, ${slackTime(at)}`;
    case 'acknowledged':
      return `${who} acknowledged, paging stopped`;
    case 'acknowledgement-lapsed':
      return 'The acknowledgement lapsed, paging goes on';
    case 'escalated': {
      const people = listed(detail.people);
      const step = typeof detail.step === 'number' ? `step ${detail.step}` : 'the last resort';
      return `${actor.kind === 'system' ? 'Escalated' : `${who} escalated`} to ${step}${people ? `: ${people}` : ''}`;
    }
    case 'snoozed':
      return `${who} snoozed${typeof detail.until === 'number' ? ` until ${slackTime(detail.until)}` : ''}${quoted(detail.reason)}`;
    case 'snooze-ended':
      return 'The snooze ended, paging starts again';
    case 'reassigned':
      return `${who} reassigned it to ${text(detail.to, 80) || 'somebody else'}`;
    case 'urgency-raised':
      return `The urgency was raised to ${text(detail.to, 20).toLowerCase()}`;
    case 'visibility-changed':
      return detail.to === 'PRIVATE' ? `${who} made it private: nothing more is told here` : `${who} made it public`;
    case 'sla-warning':
      return `The target to ${text(detail.target, 20)} it is nearly missed`;
    case 'sla-breached':
      return `The target to ${text(detail.target, 20)} it is missed`;
    case 'resolved':
      return `${who} resolved${quoted(detail.note)}`;
    case 'reopened':
      return `${who} reopened${quoted(detail.reason)}`;
    case 'suppressed':
      return `${who} suppressed, nobody is paged${quoted(detail.reason)}`;
    case 'unsuppressed':
      return `${who} ended the suppression`;
    case 'merged':
      return `${who} merged it into ${refText(detail.into)}`;
    case 'unmerged':
      return `${who} took it back out of ${refText(detail.from)}`;
    case 'note-added':
      return `${who} wrote${quoted(detail.excerpt)}`;
  }
}
