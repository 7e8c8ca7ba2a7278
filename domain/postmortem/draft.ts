import type { ActorRef } from '../access/actor';
import type { IncidentDetail } from '../incident/view';
import { type Instant, MINUTE } from '../shared/time';
import { eventWords } from './event-words';
import { isKeptAtFirst, type Postmortem, type PostmortemEvent } from './postmortem';

/** Messages that went out as they should are no part of the story. */
const LEFT_OUT = /^(notification-(?!failed)|channel-)/;

export const eventsOf = ({ timeline }: Pick<IncidentDetail, 'timeline'>): PostmortemEvent[] =>
  timeline
    .filter(({ kind }) => !LEFT_OUT.test(kind))
    .map((entry) => ({ id: entry.id, at: entry.at, text: eventWords(entry), kept: isKeptAtFirst(entry) }));

function lengthWords(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${minutes} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** What the incident alone can say: the rest is for people. */
function summaryOf(incident: IncidentDetail): string {
  const { title, serviceName, openedAt, acknowledgedAt, resolvedAt, sla } = incident;
  const acked = sla.firstAcknowledgedAt ?? acknowledgedAt;
  const resolved = sla.firstResolvedAt ?? resolvedAt;
  const first = `${serviceName}: ${title}.`;
  const answered =
    acked === null ? 'Nobody acknowledged it.' : `It was acknowledged after ${lengthWords(acked - openedAt)}.`;
  const ended =
    resolved === null ? 'It is not resolved yet.' : `It was resolved after ${lengthWords(resolved - openedAt)}.`;
  return `${first} ${answered} ${ended}`;
}

const noteOf = ({ timeline }: IncidentDetail): string => {
  const note = timeline.findLast(({ kind }) => kind === 'resolved')?.detail.note;
  return typeof note === 'string' ? note : '';
};

/** A first draft from an incident's timeline, which may still be running. `id` and `by` are the new postmortem's. */
export function draftOf(
  incident: IncidentDetail,
  { id, by, now }: { id: string; by: ActorRef; now: Instant },
): Postmortem {
  return {
    id,
    incidentId: incident.id,
    incidentNumber: incident.number,
    serviceId: incident.serviceId,
    title: incident.title,
    status: 'DRAFT',
    sections: { summary: summaryOf(incident), impact: '', rootCause: '', resolution: noteOf(incident), lessons: '' },
    events: eventsOf(incident),
    impactStartAt: incident.openedAt,
    impactEndAt: incident.sla.firstResolvedAt ?? incident.resolvedAt,
    reviewers: [],
    createdBy: by,
    createdAt: now,
    updatedAt: now,
    publishedAt: null,
    version: 1,
  };
}

/** Its events with whatever the incident's timeline has told since, as dropped or kept from the start. */
export function withNewEvents(
  events: readonly PostmortemEvent[],
  incident: Pick<IncidentDetail, 'timeline'>,
): PostmortemEvent[] {
  const known = new Set(events.map(({ id }) => id));
  const fresh = eventsOf(incident).filter(({ id }) => !known.has(id));
  return [...events, ...fresh].toSorted((a, b) => a.at - b.at);
}
