import type { ActorRef } from '../access/actor';
import type { FieldKind } from '../custom-field/kinds';
import type { Channel } from '../notification/channels';
import type { Intent } from '../notification/content';
import type { DeliveryState, NotificationState } from '../notification/state';
import type { Instant } from '../shared/time';
import type { Assignee, IncidentStatus, Priority, Responder, SlaClock, Urgency, Visibility } from './incident';
import type { IncidentRef } from './merge';
import type { TimelineEntry } from './timeline';
import type { Watcher } from './watcher';

/** What somebody was paged for. */
export type WaitingPage = { id: string; number: number | null; title: string };

/** A row of a list. Instants are epoch milliseconds; the API writes them as ISO 8601. */
export type IncidentSummary = {
  id: string;
  /** Null for the short while before D1 has given one. */
  number: number | null;
  status: IncidentStatus;
  urgency: Urgency;
  priority: Priority | null;
  visibility: Visibility;
  title: string;
  serviceId: string;
  serviceName: string;
  assignee: Assignee | null;
  dedupKey: string;
  alertCount: number;
  openedAt: Instant;
  acknowledgedAt: Instant | null;
  resolvedAt: Instant | null;
  snoozedUntil: Instant | null;
  lastEventAt: Instant;
  /** `step` and `cycle` count from 1 (0: none yet); `nextAt`: when the next page goes out if nobody acts. */
  escalation: { step: number; cycle: number; nextAt: Instant | null };
  /** True where the service has no policy, or nobody at all could be reached. */
  nobodyPaged: boolean;
  /** The incident it is part of; null or left out: it stands for itself. */
  mergedInto?: { id: string; number: number | null } | null;
};

export type AlertView = {
  id: string;
  dedupKey: string;
  status: 'OPEN' | 'RESOLVED';
  title: string;
  severity: string | null;
  source: string | null;
  sourceLink: string | null;
  labels: Record<string, string>;
  count: number;
  /** The incident it came with, where that was merged into this one. */
  mergedFrom?: string;
  firstAt: Instant;
  lastAt: Instant;
};

/** One step as the incident will run it; people are resolved now, or when the step is due. */
export type StepView = {
  step: number;
  delaySeconds: number;
  people: string[];
  state: 'done' | 'next' | 'later';
  dueAt: Instant | null;
  /** Why it would be passed over then; null: it pages. */
  skipped: string | null;
};

export type DeliveryView = {
  id: string;
  attempt: number;
  provider: string | null;
  state: DeliveryState;
  at: Instant;
  settledAt: Instant | null;
  providerId: string | null;
  error: string | null;
};

export type NotificationView = {
  id: string;
  userId: string;
  userName: string;
  channel: Channel;
  intent: Intent;
  state: NotificationState;
  reason: string | null;
  step: number;
  cycle: number;
  createdAt: Instant;
  updatedAt: Instant;
  deliveries: DeliveryView[];
};

export type NoteView = {
  id: string;
  author: ActorRef;
  body: string;
  createdAt: Instant;
  /** Null for one that stands as it was written. */
  editedAt: Instant | null;
};

/** A custom field with what an incident has in it. */
export type FieldView = {
  key: string;
  name: string;
  kind: FieldKind;
  options: string[];
  isRequired: boolean;
  value: string | null;
};

/** Another incident beside this one. */
export type RelatedIncident = Pick<
  IncidentSummary,
  'id' | 'number' | 'title' | 'status' | 'serviceName' | 'openedAt' | 'resolvedAt'
>;

/** What people added to an incident; it stands in D1 (SEMANTICS 16). */
export type IncidentRecords = {
  notes: NoteView[];
  tags: string[];
  fields: FieldView[];
  watchers: Watcher[];
  linked: RelatedIncident[];
};

/** Everything the incident's page shows. */
export type IncidentDetail = IncidentSummary & {
  description: string | null;
  sla: SlaClock;
  /** Until when its SLA clock stands, as far as is known; null: it runs. */
  slaStandsUntil: Instant | null;
  /** When a running acknowledgement lapses. */
  acknowledgementLapsesAt: Instant | null;
  alerts: AlertView[];
  steps: StepView[];
  repeat: number;
  /** Until when the policy is held; null: it is not. */
  pausedUntil: Instant | null;
  /** The maintenance window it is in, and whether that holds its pages; null: none. */
  maintenance: { windowId: string; name: string; until: Instant; held: boolean } | null;
  /** It waits before it pages: until when by time, and beyond how many events in how many minutes; null: it does not. */
  holdBack: { until: Instant | null; more: { than: number; minutes: number } | null } | null;
  responders: Responder[];
  /** Incidents that are part of this one. */
  merged: IncidentRef[];
  runbookUrl: string | null;
  timeline: TimelineEntry[];
  notifications: NotificationView[];
};
