import type { Role, UserStatus } from '../access/roles';
import { DEFAULT_AVAILABILITY_PERCENT } from '../analytics/error-budget';
import type { EscalationPolicy, Target } from '../escalation/policy';
import type { Priority, Urgency } from '../incident/incident';
import { DEFAULT_SLA_WARNING_PERCENT } from '../incident/sla';
import type { PlanWindow } from '../maintenance/window';
import type { Channel } from '../notification/channels';
import type { Preferences } from '../notification/preferences';
import type { Schedule } from '../schedule/schedule';
import type { LocationHint } from '../service/location';
import type { ThreadKind } from '../slack/thread-kinds';
import type { PlanSlack } from '../slack/workspace';

/** A way to reach one person. Only verified and enabled ones are used. */
export type PlanMethod = { id: string; kind: Channel; value: string; verified: boolean; enabled: boolean };

/** "This method, after so many minutes, for this urgency." Without any rule for an urgency the defaults apply. */
export type PlanRule = { urgency: Urgency; methodId: string; delaySeconds: number };

export type PlanPerson = {
  id: string;
  name: string;
  status: UserStatus;
  /** Decides what they may do when they answer while D1 is down; absent in plans of before: nothing. */
  role?: Role;
  timezone: string;
  locale: string;
  methods: PlanMethod[];
  rules: PlanRule[];
  /** Absent where the person has none, and in plans of before; mutes only of this service. */
  preferences?: Preferences;
};

export type PlanTeam = {
  id: string;
  name: string;
  leadId: string | null;
  members: { userId: string; receiveNotifications: boolean }[];
};

export type PlanSchedule = { id: string; name: string; schedule: Schedule };

/**
 * The pair that Web Push messages are signed with: the public key in base64url, the private one sealed under APP_SECRETS.
 * It travels in plans, so that pushes leave while D1 is down (SEMANTICS 25).
 */
export type SealedVapid = { publicKey: string; sealedPrivateKey: string };

/** Settings of a service that decide how its incidents behave; every one has a safe default. */
export type ServiceSettings = {
  defaultUrgency: Urgency;
  /** After so long an acknowledgement lapses (SEMANTICS 13); null: never. */
  acknowledgementTimeoutSeconds: Record<Urgency, number | null>;
  /** Minutes to acknowledge and to resolve, by priority; null: no target. */
  sla: Record<Priority, { acknowledgeMinutes: number | null; resolveMinutes: number | null }>;
  /** So much of a target's time is gone before a warning, in percent; null: no warnings. Absent: 75. */
  slaWarningPercent?: number | null;
  /** Whether the SLA clock stands in maintenance; absent: it does (SEMANTICS 15). */
  slaPausesInMaintenance?: boolean;
  /** Whether it stands while the incident is snoozed; absent: it does not. */
  slaPausesWhileSnoozed?: boolean;
  /** The part of a period in which it should not be down, in percent; absent: 99.9. What it may be down else is its error budget. */
  availabilityPercent?: number;
  /** Near where its objects are to be made; null or absent (stored before there was a choice): near the first who calls. */
  locationHint?: LocationHint | null;
  /** An alert that comes again so soon after its incident closed opens it again (SEMANTICS 10); null or 0: it opens the next. */
  reopenWindowMinutes?: number | null;
  /** An alert that comes so soon after the first of its group joins that incident; null or absent: every key has its own. */
  groupingMinutes?: number | null;
  /** What the alerts of a group have in common; empty or absent: all of the service's. */
  groupingLabels?: string[];
  /** Beyond so many new incidents in a minute, the rest is told in one; null or absent: never. */
  stormLimit?: number | null;
  /** A key that opened so often within the minutes pages only if it stays open as long; null or absent: not damped. */
  flapLimit?: number | null;
  flapMinutes?: number | null;
  /** A new incident pages only if it still burns after so many seconds; null or absent: not by time. */
  holdBackSeconds?: number | null;
  /** Or only when more than so many events came within the minutes; null or absent: not by count. */
  holdBackCount?: number | null;
  holdBackMinutes?: number | null;
  /** An incident that nothing was heard of for so many hours resolves by itself; null or absent: never. */
  autoResolveHours?: number | null;
  /** What the thread of its Slack channel is told of; null or absent: of everything. */
  threadKinds?: ThreadKind[] | null;
};

/**
 * Everything that paging for one service needs, compiled from D1 and carried to where pages are decided, so that
 * pages go out while D1 is down (ARCHITECTURE §2). Plain JSON; `version` is the version of the configuration it was
 * compiled from, `hash` covers everything but `version`.
 */
export type PagingPlan = {
  format: 1;
  version: number;
  hash: string;
  organisation: { name: string; appUrl: string };
  service: { id: string; name: string; teamId: string | null; runbookUrl: string | null; settings: ServiceSettings };
  /** Null: nobody is paged, and the incident says so. */
  policy: EscalationPolicy | null;
  people: Record<string, PlanPerson>;
  teams: Record<string, PlanTeam>;
  schedules: Record<string, PlanSchedule>;
  /** The organisation's last resort; empty: every ADMIN, listed in `admins`. */
  lastResort: Target[];
  admins: string[];
  /** Channels that can send in this installation (a provider, or the local outbox). */
  usableChannels: Channel[];
  /** The connected workspace and the service's channel; absent where Slack plays no part. */
  slack?: PlanSlack | null;
  /** Missing in plans of before there were keys. */
  vapid?: SealedVapid | null;
  /** Windows that may hold its alerts, now or later; absent where there are none. */
  maintenance?: PlanWindow[];
};

export const DEFAULT_SERVICE_SETTINGS: ServiceSettings = {
  defaultUrgency: 'HIGH',
  acknowledgementTimeoutSeconds: { HIGH: 30 * 60, MEDIUM: null, LOW: null },
  sla: {
    P1: { acknowledgeMinutes: 5, resolveMinutes: 60 },
    P2: { acknowledgeMinutes: 15, resolveMinutes: 240 },
    P3: { acknowledgeMinutes: 60, resolveMinutes: 1440 },
    P4: { acknowledgeMinutes: null, resolveMinutes: null },
    P5: { acknowledgeMinutes: null, resolveMinutes: null },
  },
  slaWarningPercent: DEFAULT_SLA_WARNING_PERCENT,
  slaPausesInMaintenance: true,
  slaPausesWhileSnoozed: false,
  availabilityPercent: DEFAULT_AVAILABILITY_PERCENT,
  locationHint: null,
  reopenWindowMinutes: null,
  groupingMinutes: null,
  groupingLabels: [],
  stormLimit: null,
  flapLimit: null,
  flapMinutes: null,
  holdBackSeconds: null,
  holdBackCount: null,
  holdBackMinutes: null,
  autoResolveHours: null,
  threadKinds: null,
};
