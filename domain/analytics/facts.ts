import type { ActorRef } from '../access/actor';
import type { Priority, Urgency } from '../incident/incident';
import type { TimelineKind } from '../incident/timeline';
import type { Channel } from '../notification/channels';
import type { Intent } from '../notification/content';
import type { DeliveryState } from '../notification/state';
import { type Instant, SECOND } from '../shared/time';
import { type Day, dayOf } from './day';
import { type Interruption, interruptionsOf, type Page } from './interruptions';

/** An incident as the read model has it, with what of its history counts. */
export type IncidentRecord = {
  id: string;
  seq: number;
  serviceId: string;
  teamId: string | null;
  urgency: Urgency;
  priority: Priority | null;
  dedupKey: string;
  alertCount: number;
  openedAt: Instant;
  firstAcknowledgedAt: Instant | null;
  firstResolvedAt: Instant | null;
  ackDueAt: Instant | null;
  resolveDueAt: Instant | null;
  events: { kind: TimelineKind; at: Instant; actor: ActorRef; step: number | null }[];
  notifications: {
    userId: string;
    channel: Channel;
    intent: Intent;
    createdAt: Instant;
    deliveries: { provider: string | null; state: DeliveryState; settledAt: Instant | null }[];
  }[];
};

/** What became of one message: taken by a provider (and perhaps known to have arrived), or failed on every attempt. */
export type Sent = { channel: Channel; provider: string; taken: boolean; arrived: boolean; latencyMs: number | null };

/** All that figures need of one incident. Every figure counts it on the day it was opened. */
export type IncidentFacts = {
  id: string;
  seq: number;
  day: Day;
  openedAt: Instant;
  serviceId: string;
  teamId: string | null;
  urgency: Urgency;
  priority: Priority | null;
  dedupKey: string;
  alerts: number;
  /** Whole seconds from opening to the first acknowledgement and to the first resolution; null: there was none. */
  ackSeconds: number | null;
  resolveSeconds: number | null;
  acknowledgedBy: string | null;
  ackDueAt: Instant | null;
  /** When the clock of the target stopped; resolving without an acknowledgement stops both. */
  ackStoppedAt: Instant | null;
  resolveDueAt: Instant | null;
  resolvedAt: Instant | null;
  /** Paging went beyond the first step, by timer or by hand. */
  escalated: boolean;
  reopened: boolean;
  /** It was first resolved by a tool or a timer, not by a person. */
  autoResolved: boolean;
  interruptions: Interruption[];
  sent: Sent[];
};

const TAKEN: readonly DeliveryState[] = ['SENT', 'DELIVERED', 'READ'];
const ARRIVED: readonly DeliveryState[] = ['DELIVERED', 'READ'];
const PEOPLE: readonly ActorRef['kind'][] = ['user', 'api-key'];

type Event = IncidentRecord['events'][number];
const isEscalation = ({ kind, step }: Event): boolean =>
  kind === 'escalated' || kind === 'last-resort-paged' || (kind === 'step-fired' && (step ?? 0) > 1);

const firstOf = (events: readonly Event[], kind: TimelineKind): Event | undefined =>
  events.filter((event) => event.kind === kind).toSorted((a, b) => a.at - b.at)[0];

const secondsSince = (from: Instant, at: Instant | null): number | null =>
  at === null ? null : Math.max(0, Math.round((at - from) / SECOND));

/** What a record says; `zoneOf` is each person's own time zone. */
export function factsOf(record: IncidentRecord, zoneOf: (userId: string) => string): IncidentFacts {
  const { events, notifications, openedAt, firstAcknowledgedAt, firstResolvedAt } = record;
  const acknowledged = firstOf(events, 'acknowledged');
  const resolved = firstOf(events, 'resolved') ?? firstOf(events, 'alert-resolved');
  return {
    id: record.id,
    seq: record.seq,
    day: dayOf(openedAt),
    openedAt,
    serviceId: record.serviceId,
    teamId: record.teamId,
    urgency: record.urgency,
    priority: record.priority,
    dedupKey: record.dedupKey,
    alerts: record.alertCount,
    ackSeconds: secondsSince(openedAt, firstAcknowledgedAt),
    resolveSeconds: secondsSince(openedAt, firstResolvedAt),
    acknowledgedBy: acknowledged?.actor.kind === 'user' ? (acknowledged.actor.id ?? null) : null,
    ackDueAt: record.ackDueAt,
    ackStoppedAt: firstAcknowledgedAt ?? firstResolvedAt,
    resolveDueAt: record.resolveDueAt,
    resolvedAt: firstResolvedAt,
    escalated: events.some(isEscalation),
    reopened: events.some(({ kind }) => kind === 'reopened'),
    autoResolved: firstResolvedAt !== null && resolved !== undefined && !PEOPLE.includes(resolved.actor.kind),
    interruptions: interruptionsOf(notifications.flatMap(pageOf), zoneOf),
    sent: notifications.flatMap(sentOf),
  };
}

type Message = IncidentRecord['notifications'][number];

/** Nothing for a notice that it is over, and for a page that no provider took. */
function pageOf({ userId, channel, intent, deliveries }: Message): Page[] {
  const taken = deliveries.find(({ state }) => TAKEN.includes(state));
  return intent === 'page' && taken?.settledAt ? [{ userId, channel, at: taken.settledAt }] : [];
}

/** Nothing for a message that was never given to a provider, or is still on its way. */
function sentOf({ channel, createdAt, deliveries }: Message): Sent[] {
  const taken = deliveries.find(({ state }) => TAKEN.includes(state));
  const told = taken ?? deliveries.findLast(({ state }) => state === 'FAILED');
  if (!told) return [];
  return [
    {
      channel,
      provider: told.provider ?? 'none',
      taken: taken !== undefined,
      arrived: ARRIVED.includes(told.state),
      latencyMs: taken?.settledAt ? Math.max(0, taken.settledAt - createdAt) : null,
    },
  ];
}
