import type { SignInInput } from '../../domain/access/sign-in';
import type { Viewer } from '../../domain/access/viewer';
import type { Urgency } from '../../domain/incident/incident';
import type { IncidentListInput } from '../../domain/incident/input';
import type { Verb } from '../../domain/incident/lifecycle';
import type { IncidentDetail, IncidentSummary, NoteView } from '../../domain/incident/view';
import type { Channel } from '../../domain/notification/channels';
import type { Result } from '../../domain/shared/result';
import type { Instant } from '../../domain/shared/time';
import type { AppLoadContext } from './rr';

// What the screens need of `context.operations`. This file goes when the operation tree has all of it.

/** What a person may do to an incident as it is now. */
export type IncidentVerb = Verb | 'note';

/** `notes` is null while the database does not answer; the incident itself still does. */
export type IncidentPage = IncidentDetail & { notes: NoteView[] | null; allowed: readonly IncidentVerb[] };

export type Named = { id: string; name: string };

export type OnCallEntry = {
  scheduleId: string;
  scheduleName: string;
  timezone: string;
  users: Named[];
  until: Instant | null;
};

export type OutboxMessage = {
  id: string;
  notificationId: string | null;
  channel: Channel;
  to: string;
  recipientName: string;
  subject: string | null;
  text: string;
  html: string | null;
  attempt: number;
  at: Instant;
};

type Ask<I, O> = (input: I) => Promise<Result<O>>;
type OnIncident<I = object> = Ask<{ id: string } & I, unknown>;

export type AppOperations = {
  session: {
    signIn: Ask<SignInInput & { userAgent: string | null }, { viewer: Viewer; setCookie: string }>;
    signOut: Ask<{ cookie: string | null }, { setCookie: string }>;
  };
  incident: {
    list: Ask<IncidentListInput, { data: IncidentSummary[]; nextCursor: string | null }>;
    get: Ask<{ id: string }, IncidentPage>;
    declare: Ask<
      { title: string; serviceId: string; urgency?: Urgency; description?: string },
      { id: string; number: number | null }
    >;
    acknowledge: OnIncident;
    resolve: OnIncident<{ note?: string }>;
    snooze: OnIncident<{ minutes?: number; until?: Instant; reason?: string }>;
    unsnooze: OnIncident;
    escalate: OnIncident<{ step?: number }>;
    reassign: OnIncident<{ userId?: string; teamId?: string }>;
    reopen: OnIncident;
    suppress: OnIncident;
    unsuppress: OnIncident;
    addNote: OnIncident<{ body: string }>;
  };
  service: { list: Ask<object, { data: Named[] }> };
  user: { list: Ask<object, { data: Named[] }> };
  team: { list: Ask<object, { data: Named[] }> };
  oncall: { now: Ask<object, { data: OnCallEntry[] }> };
  outbox: { list: Ask<object, { data: OutboxMessage[] }> };
};

/** The operations of this request, bound to its actor. */
export const operationsOf = (context: AppLoadContext): AppOperations => context.operations as unknown as AppOperations;
