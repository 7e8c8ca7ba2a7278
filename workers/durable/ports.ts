import type { UserStatus } from '../../domain/access/roles';
import type { AlertSignal } from '../../domain/escalation/alerts';
import type { ClaimOutcome, SettleResult } from '../../domain/escalation/delivery';
import type { By, IncidentEvent, Outcome } from '../../domain/escalation/machine';
import type { Opening } from '../../domain/escalation/open';
import type { HeartbeatSettings, HeartbeatState } from '../../domain/heartbeat/heartbeat';
import type { Assignee } from '../../domain/incident/incident';
import type { IncidentDetail, IncidentSummary } from '../../domain/incident/view';
import type { AlertAction } from '../../domain/ingest/adapter';
import type { InboxIntegration } from '../../domain/integration/settings';
import type { PlanWindow } from '../../domain/maintenance/window';
import type { Admission } from '../../domain/notification/admission';
import type { BudgetVerdict } from '../../domain/notification/budget';
import type { Channel } from '../../domain/notification/channels';
import type { NotificationContent } from '../../domain/notification/content';
import type { Receipt } from '../../domain/notification/receipt/receipt';
import type { PagingPlan, PlanPerson } from '../../domain/plan/plan';
import type { OpenReply } from '../../domain/respond/reply-code';
import type { Result } from '../../domain/shared/result';
import type { Instant } from '../../domain/shared/time';
import type { PostJob, PostResult } from '../../domain/slack/post';
import type { PlanSlack } from '../../domain/slack/workspace';
import type { HeartbeatReport } from './inbox/heartbeat';
import type { RecentEvent } from './inbox/recent';
import type { BudgetQuestion, BundleReleased, PageQuestion } from './person-do';
import type { ReplyQuestion } from './phone-do';
import type { ServedPage, StatusDocument, StoredStatusPage } from './status-page-do';

export type { StatusGate, StoredStatusPage } from './status-page-do';

// What the objects answer to. Calls may cross versions during a deploy: add fields, never change what one means.

/** One message of an inbox to an incident, in order; `seq` lets the incident skip what it has seen. */
export type InboxMessage = { seq: number } & (
  | { kind: 'open'; opening: Opening; by: By; serviceId?: string | null }
  | {
      kind: 'alert';
      action: 'trigger' | 'acknowledge' | 'resolve';
      signal: AlertSignal;
      by: By;
      assignee?: Assignee;
      /** Of a trigger: whose plan the next incident takes when this one has closed. Left out or null: the inbox's own. */
      serviceId?: string | null;
    }
);
/** `movedTo`: its key belongs to another incident now. */
export type MessageOutcome = 'done' | 'closed' | { movedTo: string };

export type Applied = { outcome: Outcome | { kind: 'hidden' }; summary: IncidentSummary };

export type IncidentPort = {
  /** Takes an inbox's messages in order; answers one outcome each. Opens the incident if it does not exist. */
  receive: (batch: { inbox: string; plan: PagingPlan; messages: InboxMessage[] }) => Promise<MessageOutcome[]>;
  /**
   * The one door for everything people, keys and replies do. Null: no such incident here. `request` names a request that
   * may come twice; the second time nothing changes. `hidden`: the incident is private and nothing it knows makes it the
   * actor's business; whoever finds that it is asks again with `isCleared`.
   */
  apply: (event: IncidentEvent, by: By, request?: string, isCleared?: boolean) => Promise<Applied | null>;
  /** Who answers by a link or a button of this notification. Null: no such incident, or no such notification of it. */
  respondent: (notificationId: string) => Promise<Respondent | null>;
  claim: (notificationId: string) => Promise<ClaimOutcome>;
  settle: (notificationId: string, attempt: number, result: SettleResult) => Promise<void>;
  /** What a provider reports of a notification; "unknown" also where the incident is not kept any more. */
  receipt: (notificationId: string, receipt: Receipt) => Promise<'applied' | 'unchanged' | 'unknown'>;
  deadLetter: (notificationId: string, error: string) => Promise<void>;
  /** Has a bundled page bring its bundle; false: its incident looks for nobody any more. */
  leadBundle: (notificationId: string) => Promise<boolean>;
  bundleFailed: (notificationId: string, reason: string) => Promise<void>;
  detail: () => Promise<IncidentDetail | null>;
  /** Whoever has this Slack account, by the incident's copy of the plan: for while D1 is down. */
  personOfMember: (memberId: string, teamId: string | null) => Promise<PlanPerson | null>;
  claimPost: () => Promise<PostTurn>;
  settlePost: (settled: { attempt: number; seq: number; result: PostResult }) => Promise<void>;
  /** Does whatever is overdue; for the sweep. */
  poke: () => Promise<void>;
  /** The maintenance windows of its service, now that one has changed. */
  takeWindows: (windows: PlanWindow[]) => Promise<void>;
  /** Plays a script with past times into an empty object; for the demo organisation. */
  rehearse: (script: Rehearsal) => Promise<void>;
};

export type PersonPort = {
  spend: (question: BudgetQuestion) => Promise<BudgetVerdict>;
  /** What becomes of a page that wants to go out now. */
  admit: (question: PageQuestion) => Promise<Admission>;
  /** A bundle did not get out: its pages are told so, each at its own incident. */
  releaseBundle: (released: BundleReleased) => Promise<void>;
};
export type PhonePort = {
  codeFor: (question: ReplyQuestion) => Promise<string>;
  pageOf: (code: string) => Promise<OpenReply | null>;
};
export type StatusPagePort = {
  /** What stands under a path; without a document the page itself, to make it from. Null: no page at this address. */
  read: (path: string) => Promise<ServedPage | null>;
  /** Stores a page; `changed` is false where the same stood there already, `isExported` where its copy is older. */
  put: (stored: StoredStatusPage) => Promise<{ changed: boolean; isExported: boolean }>;
  /** The bucket of copies holds this version. False: another one stands here by now. */
  exported: (version: string) => Promise<boolean>;
  /** Keeps a document that was made of this version; of another version, nothing is kept. */
  keep: (version: string, path: string, document: StatusDocument) => Promise<void>;
  clear: () => Promise<void>;
};
/** A sender's turn at the incident's message in its Slack channel. */
export type PostTurn =
  | { kind: 'nothing' }
  | { kind: 'wait'; until: Instant }
  | { kind: 'post'; job: PostJob; slack: PlanSlack };
/** `status` is the person's in the incident's own copy of the plan; null where the copy does not know them (any more). */
export type Respondent = {
  userId: string;
  userName: string;
  methodId: string;
  channel: Channel;
  /** The address that it went to, and what it said. */
  to: string;
  content: NotificationContent;
  status: UserStatus | null;
  summary: IncidentSummary;
};

export type Rehearsal = {
  inbox: string;
  plan: PagingPlan;
  opening: Opening;
  openedAt: Instant;
  by: By;
  events: { at: Instant; event: IncidentEvent | { kind: 'deliver-all'; provider: string }; by: By }[];
};

/**
 * `integration` is null for the inbox of a service, fed by hand only. `plans`: those of the other services that its
 * rules may send alerts to.
 */
export type InboxConfig = {
  inbox: string;
  plan: PagingPlan;
  integration: InboxIntegration | null;
  /** Of the inbox of a heartbeat, which has no integration. */
  heartbeat?: HeartbeatSettings | null;
  plans?: Record<string, PagingPlan>;
};

/** A ping of a job, or its word that it failed. */
export type Ping = { inbox: string; secret: string; failed: boolean; agent: string };

export type InboundCall = {
  inbox: string;
  secret: string;
  type: string;
  method: string;
  headers: Record<string, string>;
  query: Record<string, string>;
  rest: string[];
  body: ArrayBuffer;
};

/** `incident` is named as soon as it has a home, before it has opened. */
export type AcceptedEvent = {
  action: AlertAction;
  dedupKey: string;
  incident?: { id: string; number: number | null };
  reason?: string;
  /** What the sender waits to read back instead. */
  answer?: Record<string, string>;
};

/** With why it went where it went, for the trace; the sender is not told. */
export type DecidedEvent = AcceptedEvent & { routing?: string; decision?: string };

export type Declaration = Omit<Opening, 'id' | 'signal'> & {
  inbox: string;
  signal: Omit<AlertSignal, 'inbox'>;
  by: By;
};

export type MovedKey = { dedupKey: string; from: string; to: string; isOpen: boolean };

export type InboxPort = {
  configure: (config: InboxConfig) => Promise<void>;
  accept: (call: InboundCall) => Promise<Result<AcceptedEvent[]>>;
  /** Opens an incident by hand, or joins the open one with the same dedup key. Needs a configured inbox. */
  declare: (declaration: Declaration) => Promise<Result<{ id: string; joined: boolean }>>;
  release: (dedupKey: string, incidentId: string) => Promise<void>;
  hold: (dedupKey: string, incidentId: string) => Promise<void>;
  /** A key goes from one incident to another, where the first still has it. */
  redirect: (moved: MovedKey) => Promise<void>;
  /** The incident stands in the read model: the inbox need not look after it any longer. */
  confirm: (incidentId: string, number: number) => Promise<void>;
  /** The newest events it has kept, newest first; what it answered to each. */
  recent: (limit: number) => Promise<RecentEvent[]>;
  /** A test of our own in the form of the Events API: goes the way of any event from the key on. */
  takeTest: (inbox: string, body: string) => Promise<Result<AcceptedEvent[]>>;
  /** Reads a kept event again, as it came, with today's adapter, mapping and rules. Failures: not-found, conflict, invalid. */
  replay: (inbox: string, eventId: number) => Promise<Result<AcceptedEvent[]>>;
  /** Notes a ping; the answer leaves when it is durable. Failures: unauthenticated, unavailable. */
  ping: (ping: Ping) => Promise<Result<{ state: HeartbeatState }>>;
  /** How its heartbeat stands; null: it has none (yet). */
  heartbeat: () => Promise<HeartbeatReport | null>;
  poke: () => Promise<void>;
};
