import type { AlertAction } from '../ingest/adapter';
import { hashedId } from '../shared/hash';
import { HOUR, type Instant, MINUTE } from '../shared/time';

/**
 * What an inbox remembers of a dedup key. `open` is a hint: the incident is the authority (SEMANTICS 10).
 * `closedAt`: when the inbox heard that it closed. `triggeredAt`: the tool's own time of the newest trigger.
 */
export type KeyEntry = {
  dedupKey: string;
  generation: number;
  incidentId: string;
  open: boolean;
  closedAt?: Instant | null;
  triggeredAt?: Instant | null;
};

/** What a decision stands on besides the event: our clock, and the service's window for reopening (null: none). */
export type Circumstances = {
  now: Instant;
  reopenWindowMinutes: number | null;
  /** The tool's own time of a resolve that came while no incident was open for this key. */
  earlyResolve?: { at: Instant; heardAt: Instant } | null;
};

/** What becomes of one alert event, always with the reason that the trace shows. */
export type Decision =
  /** `isOver`: it opens resolved, as its own resolve came before it. */
  | { kind: 'open'; generation: number; incidentId: string; isOver: boolean; reason: string }
  | { kind: 'reopen'; incidentId: string; reason: string }
  | { kind: 'forward'; action: 'trigger' | 'acknowledge' | 'resolve'; incidentId: string; reason: string }
  /** `isEarly`: a resolve that may have overtaken its trigger, worth remembering. */
  | { kind: 'record'; isEarly: boolean; reason: string };

/** A resolve that came first counts for so long. */
export const EARLY_RESOLVE_MS = HOUR;

/** The same key always leads to the same incident, generation by generation. */
export const incidentIdOf = (inbox: string, dedupKey: string, generation: number): string =>
  hashedId('inc', [inbox, dedupKey, generation]);

/** The next incident of a key, when the last one has closed. */
export function openNext(inbox: string, dedupKey: string, entry: KeyEntry | null, reason: string, isOver = false) {
  const generation = (entry?.generation ?? 0) + 1;
  return { kind: 'open' as const, generation, incidentId: incidentIdOf(inbox, dedupKey, generation), isOver, reason };
}

/** Whether a trigger that finds its incident closed opens it again, instead of the next one (SEMANTICS 10). */
export function isWithinReopenWindow(closedAt: Instant | null, { now, reopenWindowMinutes }: Circumstances): boolean {
  if (reopenWindowMinutes === null || reopenWindowMinutes <= 0 || closedAt === null) return false;
  return now - closedAt <= reopenWindowMinutes * MINUTE;
}

/**
 * Trigger, acknowledge or resolve for a key: opens the next generation, opens the last one again, goes to the open
 * incident, or is only kept. A resolve or acknowledge without an incident opens nothing. Only the tool's own times prove
 * that an event is late (SEMANTICS 11): `occurredAt` is null where it sends none.
 */
export function decideAlert(
  inbox: string,
  dedupKey: string,
  event: { action: AlertAction; occurredAt: Instant | null },
  entry: KeyEntry | null,
  circumstances: Circumstances,
): Decision {
  const { action, occurredAt } = event;
  switch (action) {
    case 'trigger': {
      if (entry?.open) {
        return { kind: 'forward', action, incidentId: entry.incidentId, reason: 'an incident is open for this key' };
      }
      if (isProvedOver(occurredAt, circumstances)) {
        return openNext(inbox, dedupKey, entry, 'by the tool’s own times it is older than its resolve', true);
      }
      if (!entry) return openNext(inbox, dedupKey, null, 'first alert with this key');
      if (isWithinReopenWindow(entry.closedAt ?? null, circumstances)) {
        const reason = `the last incident of this key closed less than ${circumstances.reopenWindowMinutes} min ago`;
        return { kind: 'reopen', incidentId: entry.incidentId, reason };
      }
      return openNext(inbox, dedupKey, entry, 'the last incident of this key has closed');
    }
    case 'acknowledge':
    case 'resolve': {
      if (!entry?.open) {
        const isEarly = action === 'resolve' && occurredAt !== null;
        return { kind: 'record', isEarly, reason: 'no open incident for this key' };
      }
      if (action === 'resolve' && isOlder(occurredAt, entry.triggeredAt ?? null)) {
        const reason = 'by the tool’s own times it is older than the newest trigger';
        return { kind: 'record', isEarly: false, reason };
      }
      return { kind: 'forward', action, incidentId: entry.incidentId, reason: 'an incident is open for this key' };
    }
    case 'ignored':
    case 'confirmed':
      return { kind: 'record', isEarly: false, reason: action };
  }
}

const isOlder = (at: Instant | null, than: Instant | null): boolean => at !== null && than !== null && at < than;

function isProvedOver(occurredAt: Instant | null, { now, earlyResolve }: Circumstances): boolean {
  if (!earlyResolve || now - earlyResolve.heardAt > EARLY_RESOLVE_MS) return false;
  return isOlder(occurredAt, earlyResolve.at);
}
