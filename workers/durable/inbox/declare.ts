import { decideAlert } from '../../../domain/alert/alert';
import { boundedDedupKey } from '../../../domain/alert/dedup';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Declaration } from '../ports';
import { readKey, writeKey } from './keys';
import { openIncident } from './open';
import { addMessage } from './outbox';

/** Writes an incident that a person declares, or what joins it to the open one with its key. Failure: conflict. */
export function declareByHand(
  storage: DurableObjectStorage,
  { inbox, signal, by, ...opening }: Declaration,
  now: Instant,
): Result<{ id: string; joined: boolean }> {
  const { sql } = storage;
  const dedupKey = boundedDedupKey(signal.dedupKey);
  const own = { ...signal, inbox, dedupKey };
  const event = { action: 'trigger' as const, occurredAt: null };
  // Whoever declares by hand means a new incident, so nothing closed is opened again.
  const decision = decideAlert(inbox, dedupKey, event, readKey(sql, dedupKey), { now, reopenWindowMinutes: null });
  if (decision.kind === 'record' || decision.kind === 'reopen') return err(failure('conflict', decision.reason));
  const { incidentId } = decision;
  storage.transactionSync(() => {
    if (decision.kind === 'forward') {
      addMessage(sql, incidentId, { kind: 'alert', action: 'trigger', signal: own, by }, now);
      return;
    }
    const { generation } = decision;
    const fresh = { dedupKey, generation, incidentId, open: true, count: 1, lastAt: now };
    writeKey(sql, { ...fresh, urgency: own.urgency, number: null });
    openIncident(sql, { ...opening, id: incidentId, signal: own }, by, now);
  });
  return ok({ id: incidentId, joined: decision.kind === 'forward' });
}
