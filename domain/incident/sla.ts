import { type Instant, MINUTE } from '../shared/time';
import type { Priority, SlaClock, Urgency } from './incident';

/** The two promises of a service: somebody takes it in time, and it is over in time. */
export const SLA_TARGETS = ['acknowledge', 'resolve'] as const;
export type SlaTarget = (typeof SLA_TARGETS)[number];

export type SlaDue = Pick<SlaClock, 'ackDueAt' | 'resolveDueAt'>;

/** While the clock stands: since when, until when as far as is known, and what was due without it. */
export type SlaPause = { since: Instant; until: Instant; due: SlaDue };

/** What an incident keeps of its clock besides the dates: how long each target is, what was said of it, and a pause. */
export type SlaWatch = {
  /** Which priority's targets these are; missing where an earlier release has opened the incident. */
  priority?: Priority;
  /** How often another priority has brought other targets. */
  changes?: number;
  /** Milliseconds from opening to due, without pauses; null: no target. */
  lengths: Record<SlaTarget, number | null>;
  told: Partial<Record<SlaTarget, 'warned' | 'breached'>>;
  pause: SlaPause | null;
};

/** After so much of the time a warning comes, where a service says nothing else; in percent. */
export const DEFAULT_SLA_WARNING_PERCENT = 75;

export const dueOf = (target: SlaTarget, due: SlaDue): Instant | null =>
  target === 'acknowledge' ? due.ackDueAt : due.resolveDueAt;

/** When the target was met, whether in time or not; never rewritten (SEMANTICS 15). */
export const answeredAt = (target: SlaTarget, clock: SlaClock): Instant | null =>
  target === 'acknowledge' ? clock.firstAcknowledgedAt : clock.firstResolvedAt;

const defaultPriority: Record<Urgency, Priority> = { HIGH: 'P1', MEDIUM: 'P3', LOW: 'P4' };

/** Whose targets count: those of the incident's priority, and where it has none those of the one its urgency suggests. */
export const countedPriority = ({ priority, urgency }: { priority: Priority | null; urgency: Urgency }): Priority =>
  priority ?? defaultPriority[urgency];

/** Minutes to acknowledge and to resolve, as a service sets them for a priority; null: no target. */
export type SlaMinutes = { acknowledgeMinutes: number | null; resolveMinutes: number | null };

/** When an incident that opens now is due. */
export function dueFrom(openedAt: Instant, { acknowledgeMinutes, resolveMinutes }: SlaMinutes): SlaDue {
  const at = (minutes: number | null) => (minutes === null ? null : openedAt + minutes * MINUTE);
  return { ackDueAt: at(acknowledgeMinutes), resolveDueAt: at(resolveMinutes) };
}

/** What the clock of an incident keeps from its start on. */
export function newWatch(openedAt: Instant, { ackDueAt, resolveDueAt }: SlaDue): SlaWatch {
  const length = (at: Instant | null) => (at === null ? null : at - openedAt);
  return { lengths: { acknowledge: length(ackDueAt), resolve: length(resolveDueAt) }, told: {}, pause: null };
}

/**
 * The due dates under the targets of another priority: counted from the opening, and as much later as the pauses until
 * now have moved them. What is answered or missed stays as it was. `due` is without a pause that lasts.
 */
export function retargeted(
  due: SlaDue,
  {
    openedAt,
    lengths,
    to,
    clock,
    now,
  }: {
    openedAt: Instant;
    lengths: SlaWatch['lengths'];
    to: SlaDue;
    clock: SlaClock;
    now: Instant;
  },
): SlaDue {
  const pausedFor = (target: SlaTarget) => {
    const at = dueOf(target, due);
    const length = lengths[target];
    return at === null || length === null ? 0 : at - openedAt - length;
  };
  const paused = Math.max(0, ...SLA_TARGETS.map(pausedFor));
  const moved = (target: SlaTarget): Instant | null => {
    const before = dueOf(target, due);
    if (answeredAt(target, clock) !== null || (before !== null && before <= now)) return before;
    const at = dueOf(target, to);
    return at === null ? null : at + paused;
  };
  return { ackDueAt: moved('acknowledge'), resolveDueAt: moved('resolve') };
}

/**
 * The due dates after a pause that ends at `until`: what was due later is due that much later. What had been answered
 * or missed before stays as it was; what is answered meanwhile moves no further than to that.
 */
export function movedBy({ since, due }: SlaPause, until: Instant, clock: SlaClock): SlaDue {
  const moved = (target: SlaTarget): Instant | null => {
    const at = dueOf(target, due);
    const answered = answeredAt(target, clock);
    if (at === null || at <= since || (answered !== null && answered < since)) return at;
    return at + Math.max(0, Math.min(until, answered ?? until) - since);
  };
  return { ackDueAt: moved('acknowledge'), resolveDueAt: moved('resolve') };
}

/** When to warn of a target that is due at `dueAt`; null where no warning is wanted or the target is gone. */
export function warningAt(dueAt: Instant, length: number, percent: number | null): Instant | null {
  return percent === null ? null : dueAt - Math.round((length * (100 - percent)) / 100);
}
