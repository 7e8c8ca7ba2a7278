import type { IncidentAnnouncement } from '../../incident/announcement';
import { cut } from '../../notification/render/plain';
import { toIso, toIsoOrNull } from '../../shared/time';
import { typeOf, type WebhookEvent } from '../event';

/** The specification recommends to stay below 20 KB. */
const MAX_BYTES = 20_000;

/** How much of the free texts is told: fully, and less where that would be too long. */
type Room = { description: number; text: number; labels: number; label: number };
const ROOMS: readonly Room[] = [
  { description: 8000, text: 2000, labels: 100, label: 500 },
  { description: 2000, text: 500, labels: 20, label: 100 },
  { description: 300, text: 300, labels: 0, label: 0 },
];

const short = (text: string, max: number): string => cut(text.toWellFormed(), max);
const named = <T extends { name: string }>(one: T): T => ({ ...one, name: short(one.name, 200) });

/** Texts within their room, instants as ISO 8601 (`until` is the only one in a detail). */
const detailOf = (detail: Record<string, unknown>, { text }: Room): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(detail).map(([name, value]) => {
      if (typeof value === 'string') return [name, short(value, text)];
      if (name === 'until' && typeof value === 'number') return [name, toIso(value)];
      return [name, Array.isArray(value) ? value.slice(0, 50).map((one) => short(String(one), 100)) : value];
    }),
  );

const incidentOf = ({ incident, url }: IncidentAnnouncement, room: Room) => ({
  id: incident.id,
  number: incident.number,
  title: short(incident.title, room.text),
  description: incident.description === null ? null : short(incident.description, room.description),
  status: incident.status,
  urgency: incident.urgency,
  priority: incident.priority,
  service: { id: incident.serviceId, name: short(incident.serviceName, 200) },
  teamId: incident.teamId,
  assignee: incident.assignee && named(incident.assignee),
  dedupKey: short(incident.dedupKey, room.text),
  alertCount: incident.alertCount,
  source: incident.source === null ? null : short(incident.source, room.text),
  sourceLink: incident.sourceLink !== null && incident.sourceLink.length <= 2000 ? incident.sourceLink : null,
  labels: Object.fromEntries(
    Object.entries(incident.labels)
      .slice(0, room.labels)
      .map(([name, value]) => [short(name, room.label), short(String(value), room.label)]),
  ),
  runbookUrl: incident.runbookUrl,
  openedAt: toIso(incident.openedAt),
  acknowledgedAt: toIsoOrNull(incident.acknowledgedAt),
  resolvedAt: toIsoOrNull(incident.resolvedAt),
  snoozedUntil: toIsoOrNull(incident.snoozedUntil),
  escalation: { ...incident.escalation, nextAt: toIsoOrNull(incident.escalation.nextAt) },
  url,
});

function dataOf(event: WebhookEvent, room: Room): Record<string, unknown> {
  const [actor, organisation] = [named(event.actor), named(event.organisation)];
  if (event.kind === 'test') {
    return { message: 'A test; nothing has happened.', webhook: short(event.webhookName, 200), actor, organisation };
  }
  return {
    seq: event.seq,
    actor,
    detail: detailOf(event.detail, room),
    organisation,
    incident: incidentOf(event, room),
  };
}

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/**
 * The body of Standard Webhooks, `{type, timestamp, data}`, below 20 KB. `seq` grows with each change of an incident, so
 * that a receiver can tell the newer of two that arrive out of order. The same event always gives the same bytes.
 */
export function renderStandard(event: WebhookEvent): string {
  const bodies = ROOMS.map((room) =>
    JSON.stringify({ type: typeOf(event), timestamp: toIso(event.at), data: dataOf(event, room) }),
  );
  return bodies.find((body) => bytesOf(body) < MAX_BYTES) ?? bodies.at(-1) ?? '';
}
