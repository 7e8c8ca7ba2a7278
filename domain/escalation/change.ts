import type { ActorRef, Origin } from '../access/actor';
import type { IncidentAnnouncement, Outlet } from '../incident/announcement';
import type { IncidentState } from '../incident/state';
import type { TimelineEntry, TimelineKind } from '../incident/timeline';
import type { DigestItem } from '../message/digest';
import type { Channel } from '../notification/channels';
import type { Delivery } from '../notification/notification';
import type { PagingPlan } from '../plan/plan';
import { hashedId } from '../shared/hash';
import type { Instant } from '../shared/time';
import type { HandOver } from './merge';
import { PAGING_TIMERS, type Timer } from './timers';

/** Who does something, and by which door. */
export type By = { actor: ActorRef; origin: Origin };

/** What must happen outside once the state is stored. Each may be done twice without harm. */
export type Effect =
  | { kind: 'enqueue'; notificationId: string }
  | { kind: 'send-directly'; notificationId: string }
  /** The inbox may open a new incident for this key. */
  | { kind: 'release'; inbox: string; dedupKey: string }
  /** The incident answers for this key again (reopened). */
  | { kind: 'hold'; inbox: string; dedupKey: string }
  /** The key belongs to another incident from now on; `isOpen`: its alert burns. */
  | { kind: 'redirect'; inbox: string; dedupKey: string; from: string; to: string; isOpen: boolean }
  /** What belonged to this incident goes to the one it was merged into, or comes back from there. */
  | { kind: 'hand-over'; to: string; by: By; given: Omit<HandOver, 'history'> }
  | { kind: 'take-back'; to: string; by: By; taken: Pick<HandOver, 'from' | 'seq'> }
  /** Those outside learn of a change; the event's id tells a repetition. */
  | { kind: 'announce'; outlet: Outlet; event: IncidentAnnouncement }
  /** A bundle did not get out: every page that it was to tell of goes to its next method. */
  | { kind: 'release-bundle'; userId: string; channel: Channel; number: string; notificationId: string; reason: string }
  /** A page of low urgency waits for its person's digest; `id` is the notification's. */
  | { kind: 'digest'; item: DigestItem }
  /** A contact method proved not to reach anybody (`problem`), or to reach its owner after all (null). */
  | { kind: 'mark-method'; methodId: string; value: string; problem: { reason: string; at: Instant } | null };

/** A transition under way: a private copy of the state, and what it adds up to. */
export type Change = {
  state: IncidentState;
  plan: PagingPlan;
  now: Instant;
  actor: ActorRef;
  origin: Origin;
  timeline: TimelineEntry[];
  /** Lines that another incident has written before. */
  copied: TimelineEntry[];
  deliveries: Delivery[];
  effects: Effect[];
};

const SYSTEM_REF: ActorRef = { kind: 'system', name: 'OpsKnight' };

/** Starts a change on a copy of `state`, one `seq` later. */
export function beginChange(
  state: IncidentState,
  plan: PagingPlan,
  now: Instant,
  actor: ActorRef = SYSTEM_REF,
  origin: Origin = 'timer',
): Change {
  const copy = structuredClone(state);
  copy.seq += 1;
  return { state: copy, plan, now, actor, origin, timeline: [], copied: [], deliveries: [], effects: [] };
}

/** Writes a line of the logbook. What the system does by itself is told under its own name. */
export function log(
  change: Change,
  kind: TimelineKind,
  detail: Record<string, unknown> = {},
  actor: ActorRef = SYSTEM_REF,
): void {
  const { state, now, origin, timeline } = change;
  timeline.push({
    id: hashedId('tle', [state.id, state.seq, timeline.length]),
    seq: state.seq,
    at: now,
    kind,
    actor,
    origin: actor === SYSTEM_REF ? 'timer' : origin,
    detail,
  });
}

/** The same, under the name of whoever caused the change. */
export const logAsActor = (change: Change, kind: TimelineKind, detail: Record<string, unknown> = {}): void =>
  log(change, kind, detail, change.actor);

export function setTimer(change: Change, timer: Timer): void {
  change.state.timers[timer.id] = timer;
}

export function clearTimer(change: Change, id: string): void {
  delete change.state.timers[id];
}

/** Ends every wait that only makes sense while the incident pages. */
export function clearPagingTimers(change: Change): void {
  for (const timer of Object.values(change.state.timers)) {
    if (PAGING_TIMERS.includes(timer.kind)) clearTimer(change, timer.id);
  }
}
