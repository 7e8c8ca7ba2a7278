import type { IncidentAnnouncement } from '../../incident/announcement';
import { line } from '../../notification/render/plain';

/** "23 Nov 2026, 04:00 UTC": a webhook has no reader whose zone could be asked. */
const utc = (at: unknown): string | null =>
  typeof at !== 'number'
    ? null
    : `${new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' }).format(at)} UTC`;

const textOf = (value: unknown, max: number): string => (typeof value === 'string' ? line(value, max) : '');
const namesOf = (value: unknown): string => (Array.isArray(value) ? line(value.slice(0, 20).join(', '), 300) : '');

/** Without a name where nobody did it: the system's own doing is told as a plain fact. */
const byWhom = ({ actor }: IncidentAnnouncement): string =>
  actor.kind === 'system' ? '' : ` by ${line(actor.name, 80) || 'somebody'}`;

const because = (reason: string): string => (reason === '' ? '.' : `: ${reason.replace(/\.$/, '')}.`);

function escalated(event: IncidentAnnouncement): string {
  const { step, people } = event.detail;
  const to = typeof step === 'number' ? `step ${step}` : 'the last resort';
  const paged = namesOf(people);
  return `Escalated${byWhom(event)} to ${to}${paged === '' ? '.' : `; paged: ${paged}.`}`;
}

const refOf = (value: unknown): string => {
  const number = typeof value === 'object' && value !== null && 'number' in value ? value.number : null;
  return typeof number === 'number' ? `#${number}` : 'another incident';
};

/** One sentence about what happened. Free text in it is one clean line. */
export function saidOf(event: IncidentAnnouncement): string {
  const { kind, detail } = event;
  const by = byWhom(event);
  switch (kind) {
    case 'opened':
      return `Opened${by}.`;
    case 'acknowledged':
      return `Acknowledged${by}.`;
    case 'acknowledgement-lapsed':
      return `The acknowledgement${detail.assignee ? ` of ${textOf(detail.assignee, 80)}` : ''} has lapsed; it is open again.`;
    case 'escalated':
      return escalated(event);
    case 'snoozed':
      return `Snoozed${by} until ${utc(detail.until) ?? 'later'}${because(textOf(detail.reason, 300))}`;
    case 'snooze-ended':
      return `The snooze has ended${by}; it is open again.`;
    case 'reassigned':
      return `Reassigned${by} to ${textOf(detail.to, 80) || 'somebody'}.`;
    case 'urgency-raised':
      return `Urgency raised from ${textOf(detail.from, 10).toLowerCase()} to ${textOf(detail.to, 10).toLowerCase()}.`;
    case 'visibility-changed':
      return `Made ${textOf(detail.to, 10).toLowerCase()}${byWhom(event)}.`;
    case 'sla-warning':
      return `The target to ${textOf(detail.target, 20)} it by ${utc(detail.dueAt) ?? 'its time'} is nearly missed.`;
    case 'sla-breached':
      return `The target to ${textOf(detail.target, 20)} it by ${utc(detail.dueAt) ?? 'its time'} is missed.`;
    case 'resolved':
      return `Resolved${by}${because(textOf(detail.note, 500))}`;
    case 'reopened':
      return `Reopened${by}${because(textOf(detail.reason, 300))}`;
    case 'suppressed':
      return `Suppressed${by}${because(textOf(detail.reason, 300))}`;
    case 'unsuppressed':
      return `No longer suppressed${by}; it is open again.`;
    case 'merged':
      return `Merged${by} into ${refOf(detail.into)}; it pages no more by itself.`;
    case 'unmerged':
      return `Taken back out${by} of ${refOf(detail.from)}.`;
    case 'note-added':
      return `Note${by}${because(textOf(detail.excerpt, 500))}`;
  }
}
