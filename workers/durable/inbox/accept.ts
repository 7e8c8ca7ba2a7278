import type { ActorRef } from '../../../domain/access/actor';
import { decideAlert } from '../../../domain/alert/alert';
import { boundedDedupKey } from '../../../domain/alert/dedup';
import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { By } from '../../../domain/escalation/machine';
import { isMoreUrgent, type Urgency } from '../../../domain/incident/incident';
import type { AlertEvent } from '../../../domain/ingest/adapter';
import type { Instant } from '../../../domain/shared/time';
import type { AcceptedEvent } from '../ports';
import { readKey, type StoredKey, writeKey } from './keys';
import { openIncident, openingOf } from './open';
import { addMessage, foldableRow, replaceMessage } from './outbox';
import { type Repeat, takeRepeats, writeRepeats } from './repeats';

/**
 * One write of an inbox: the keys it touched are kept here, so that a burst on one key writes one row for it. A batch
 * of nothing but repeats is kept as one row and handed on later; `urgent` is one that has to reach incidents now.
 */
export type InboxBatch = {
  sql: SqlStorage;
  inbox: string;
  now: Instant;
  underWay: ReadonlySet<string>;
  urgent: boolean;
  keys: Map<string, StoredKey>;
  repeats: Map<string, Repeat>;
};

const moreUrgent = (a: Urgency | null, b: Urgency | null): Urgency | null => {
  if (a === null || b === null) return a ?? b;
  return isMoreUrgent(b, a) ? b : a;
};

const raises = (entry: StoredKey, urgency: Urgency | null): boolean =>
  urgency !== null && (entry.urgency === null || isMoreUrgent(urgency, entry.urgency));

/** True for a trigger that only counts: its key is open, and it says nothing more urgent than was heard before. */
export function isRepeat(sql: SqlStorage, event: AlertEvent): boolean {
  if (event.action !== 'trigger') return false;
  const entry = readKey(sql, boundedDedupKey(event.dedupKey));
  return entry?.open === true && !raises(entry, event.urgency);
}

/** From here on the batch reaches incidents now, and what was kept before goes ahead of it. */
export function makeUrgent(batch: InboxBatch): void {
  if (batch.urgent) return;
  batch.urgent = true;
  for (const repeat of takeRepeats(batch.sql)) {
    const { dedupKey, count, at } = repeat.signal;
    addRepeat(batch, repeat);
    const entry = keyOf(batch, dedupKey);
    if (entry?.incidentId !== repeat.incidentId) continue;
    batch.keys.set(dedupKey, { ...entry, count: entry.count + count, lastAt: Math.max(entry.lastAt, at) });
  }
}

const keyOf = (batch: InboxBatch, dedupKey: string): StoredKey | null =>
  batch.keys.get(dedupKey) ?? readKey(batch.sql, dedupKey);

function signalOf(batch: InboxBatch, event: AlertEvent, dedupKey: string): AlertSignal {
  const { title, severity, urgency, source, sourceLink, labels } = event;
  const { inbox, now } = batch;
  return { inbox, dedupKey, title, severity, urgency, source, sourceLink, labels, count: 1, at: now };
}

/** Decides one event, notes what it writes, and says what the sender is told. */
export function acceptEvent(batch: InboxBatch, event: AlertEvent, actor: ActorRef): AcceptedEvent {
  const dedupKey = boundedDedupKey(event.dedupKey);
  const entry = keyOf(batch, dedupKey);
  const decision = decideAlert(batch.inbox, dedupKey, event.action, entry);
  const by: By = { actor, origin: 'webhook' };
  const signal = signalOf(batch, event, dedupKey);
  switch (decision.kind) {
    case 'record': {
      const reason = event.reason ?? decision.reason;
      return { action: event.action, dedupKey, reason };
    }
    case 'open': {
      makeUrgent(batch);
      const { generation, incidentId } = decision;
      batch.keys.set(dedupKey, {
        dedupKey,
        generation,
        incidentId,
        open: true,
        count: 1,
        lastAt: batch.now,
        urgency: event.urgency,
        number: null,
      });
      const { description, urgency } = event;
      openIncident(batch.sql, openingOf(incidentId, signal, { description, urgency }), by, batch.now);
      return answer(event, dedupKey, { id: incidentId, number: null });
    }
    case 'forward': {
      const { action, incidentId } = decision;
      if (action === 'trigger') {
        if (entry && raises(entry, event.urgency)) makeUrgent(batch);
        const known = keyOf(batch, dedupKey);
        const urgency = moreUrgent(known?.urgency ?? null, event.urgency);
        if (known) batch.keys.set(dedupKey, { ...known, count: known.count + 1, lastAt: batch.now, urgency });
        addRepeat(batch, { signal, incidentId, by });
      } else {
        // What came before this event must reach the incident before it (SEMANTICS 20).
        makeUrgent(batch);
        flushRepeat(batch, dedupKey);
        addMessage(batch.sql, incidentId, { kind: 'alert', action, signal, by }, batch.now);
      }
      return answer(event, dedupKey, { id: incidentId, number: entry?.number ?? null });
    }
  }
}

function answer(event: AlertEvent, dedupKey: string, incident: AcceptedEvent['incident']): AcceptedEvent {
  const accepted = { action: event.action, dedupKey, incident };
  return event.reason ? { ...accepted, reason: event.reason } : accepted;
}

function addRepeat(batch: InboxBatch, repeat: Repeat): void {
  const { dedupKey } = repeat.signal;
  const known = batch.repeats.get(dedupKey);
  if (known && known.incidentId !== repeat.incidentId) flushRepeat(batch, dedupKey);
  const before = batch.repeats.get(dedupKey);
  const count = (before?.signal.count ?? 0) + repeat.signal.count;
  const urgency = moreUrgent(before?.signal.urgency ?? null, repeat.signal.urgency);
  batch.repeats.set(dedupKey, { ...repeat, signal: { ...repeat.signal, count, urgency } });
}

/** Writes a key's repeats of this batch: into its waiting row where there is one, else as a new one. */
function flushRepeat(batch: InboxBatch, dedupKey: string): void {
  const repeat = batch.repeats.get(dedupKey);
  if (!repeat) return;
  batch.repeats.delete(dedupKey);
  const { signal, incidentId, by } = repeat;
  const waiting = foldableRow(batch.sql, dedupKey, batch.underWay);
  const last = batch.sql
    .exec<{ seq: number | null }>('SELECT max(seq) AS seq FROM outbox WHERE incident_id = ?', incidentId)
    .one();
  if (waiting?.message.kind === 'alert' && waiting.incidentId === incidentId && waiting.seq === last.seq) {
    const { seq, ...message } = waiting.message;
    const urgency = moreUrgent(message.signal.urgency, signal.urgency);
    const count = message.signal.count + signal.count;
    replaceMessage(batch.sql, seq, { ...message, signal: { ...signal, urgency, count } });
    return;
  }
  addMessage(batch.sql, incidentId, { kind: 'alert', action: 'trigger', signal, by }, batch.now, dedupKey);
}

/** Ends the batch: one row for a batch of repeats, else one for each key and for each key's repeats. */
export function writeBatch(batch: InboxBatch): void {
  if (!batch.urgent) {
    if (batch.repeats.size > 0) writeRepeats(batch.sql, [...batch.repeats.values()]);
    return;
  }
  for (const dedupKey of [...batch.repeats.keys()]) flushRepeat(batch, dedupKey);
  for (const key of batch.keys.values()) writeKey(batch.sql, key);
}
