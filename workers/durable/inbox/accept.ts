import type { ActorRef } from '../../../domain/access/actor';
import { decideAlert } from '../../../domain/alert/alert';
import { boundedDedupKey } from '../../../domain/alert/dedup';
import { flapHold } from '../../../domain/alert/hold';
import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { By } from '../../../domain/escalation/machine';
import { isMoreUrgent, type Urgency } from '../../../domain/incident/incident';
import type { AlertEvent } from '../../../domain/ingest/adapter';
import type { Route } from '../../../domain/ingest/routing/route';
import type { PagingPlan } from '../../../domain/plan/plan';
import { hashedId } from '../../../domain/shared/hash';
import type { Instant } from '../../../domain/shared/time';
import type { DecidedEvent } from '../ports';
import { keepChange } from './changes';
import { forgetEarlyResolve, readEarlyResolve, rememberEarlyResolve } from './early';
import { readKey, type StoredKey, writeKey } from './keys';
import { openIncident, openingOf } from './open';
import { addMessage, addMessages, foldableRow, type NewRow, replaceMessage } from './outbox';
import { openingsOf, placeOf } from './place';
import { addUp, type KeptRepeats, later, moreUrgent, type Repeat } from './repeats';

/**
 * One write of an inbox: the keys it touched are kept here, so that a burst on one key writes one row for it. A batch
 * of nothing but repeats is counted into one row and handed on later; `urgent` is one that has to reach incidents now.
 */
export type InboxBatch = {
  sql: SqlStorage;
  inbox: string;
  now: Instant;
  kept: KeptRepeats;
  /** The service that a route names (null: the inbox's own). */
  serviceOf: (serviceId: string | null) => PagingPlan['service'] | null;
  underWay: ReadonlySet<string>;
  /** The name of the call being decided, where it opens several incidents (SEMANTICS 12). */
  request?: string | undefined;
  urgent: boolean;
  keys: Map<string, StoredKey>;
  repeats: Map<string, Repeat>;
};

const raises = (entry: StoredKey, urgency: Urgency | null): boolean =>
  urgency !== null && (entry.urgency === null || isMoreUrgent(urgency, entry.urgency));

/** True for a trigger that only counts: its key is open, and it says nothing more urgent than was heard before. */
export function isRepeat(sql: SqlStorage, { outcome, event }: Route): boolean {
  if (outcome === 'record' || outcome === 'drop') return true;
  if (event.action !== 'trigger') return false;
  const entry = readKey(sql, boundedDedupKey(event.dedupKey));
  return entry?.open === true && !raises(entry, event.urgency);
}

/** From here on the batch reaches incidents now, and what was kept before goes ahead of it. */
export function makeUrgent(batch: InboxBatch): void {
  if (batch.urgent) return;
  batch.urgent = true;
  for (const repeat of batch.kept.take()) {
    const { dedupKey, count, at } = repeat.signal;
    addRepeat(batch, repeat);
    const entry = keyOf(batch, dedupKey);
    if (entry?.incidentId !== repeat.incidentId) continue;
    const triggeredAt = later(entry.triggeredAt, repeat.occurredAt);
    const lastAt = Math.max(entry.lastAt, at);
    batch.keys.set(dedupKey, { ...entry, count: entry.count + count, lastAt, triggeredAt });
  }
}

const keyOf = (batch: InboxBatch, dedupKey: string): StoredKey | null =>
  batch.keys.get(dedupKey) ?? readKey(batch.sql, dedupKey);

function signalOf(batch: InboxBatch, event: AlertEvent, dedupKey: string): AlertSignal {
  const { title, severity, urgency, source, sourceLink, labels } = event;
  const { inbox, now } = batch;
  const request = batch.request ? { request: batch.request } : {};
  return { inbox, dedupKey, title, severity, urgency, source, sourceLink, labels, count: 1, at: now, ...request };
}

/** Decides all events of one call. Where more than one of them opens an incident, they are known by one name. */
export function acceptCall(batch: InboxBatch, routes: readonly Route[], actor: ActorRef, name: number): DecidedEvent[] {
  const fresh = new Set(
    routes
      .filter(({ event, outcome }) => event.action === 'trigger' && outcome === 'page')
      .map(({ event }) => boundedDedupKey(event.dedupKey))
      .filter((key) => !keyOf(batch, key)?.open),
  );
  batch.request = fresh.size > 1 ? hashedId('req', [batch.inbox, batch.now, name]) : undefined;
  return routes.map((route) => acceptEvent(batch, route, actor));
}

/** Decides one event, notes what it writes, and says what the sender is told and what the trace shows. */
export function acceptEvent(batch: InboxBatch, route: Route, actor: ActorRef): DecidedEvent {
  const { event, serviceId, outcome } = route;
  const dedupKey = boundedDedupKey(event.dedupKey);
  const trace = { routing: route.reason };
  if (outcome === 'record' || outcome === 'drop') {
    const reason = `${outcome === 'drop' ? 'dropped' : 'only recorded'} by ${route.reason}`;
    return { action: 'ignored', dedupKey, reason, ...trace, decision: reason };
  }
  if (event.change) {
    makeUrgent(batch);
    keepChange(batch.sql, { ...event.change, serviceId, receivedAt: batch.now });
    const reason = 'kept for the timelines of the service';
    return { action: 'ignored', dedupKey, reason: event.reason ?? reason, ...trace, decision: reason };
  }
  // The newest trigger may still wait among the repeats: a resolve is judged by it.
  if (event.action === 'resolve' && keyOf(batch, dedupKey)?.open) makeUrgent(batch);
  const entry = keyOf(batch, dedupKey);
  const decision = decideAlert(batch.inbox, dedupKey, event, entry, {
    now: batch.now,
    reopenWindowMinutes: batch.serviceOf(serviceId)?.settings.reopenWindowMinutes ?? null,
    earlyResolve: event.action === 'trigger' && !entry?.open ? readEarlyResolve(batch.sql, dedupKey) : null,
  });
  const by: By = { actor, origin: 'webhook' };
  const signal = signalOf(batch, event, dedupKey);
  const told = { action: event.action, dedupKey, ...trace, decision: decision.reason };
  const reason = event.reason ? { reason: event.reason } : {};
  switch (decision.kind) {
    case 'record': {
      if (decision.isEarly && event.occurredAt !== null) {
        rememberEarlyResolve(batch.sql, dedupKey, { at: event.occurredAt, heardAt: batch.now });
      }
      const answer = event.answer ? { answer: event.answer } : {};
      return { ...told, reason: event.reason ?? decision.reason, ...answer };
    }
    case 'open': {
      makeUrgent(batch);
      const { generation, isOver } = decision;
      const isQuiet = isOver || outcome === 'suppress';
      const place = isQuiet ? null : placeOf(batch, entry, decision.incidentId, signal, serviceId);
      const incidentId = place?.incidentId ?? decision.incidentId;
      const fresh = { dedupKey, generation, incidentId, open: true, count: 1, lastAt: batch.now, number: null };
      const openedAt = place?.openedAt ?? entry?.openedAt ?? [];
      batch.keys.set(dedupKey, { ...fresh, urgency: event.urgency, triggeredAt: event.occurredAt, openedAt });
      const because = place?.reason ? { decision: place.reason } : {};
      if (place?.kind === 'join') {
        const joins = { ...signal, joins: place.reason };
        addMessage(
          batch.sql,
          incidentId,
          { kind: 'alert', action: 'trigger', signal: joins, by, serviceId },
          batch.now,
        );
        return { ...told, ...because, incident: { id: incidentId, number: null }, ...reason };
      }
      const { description, urgency } = event;
      const suppressed = isOver ? decision.reason : outcome === 'suppress' ? route.reason : undefined;
      const said = { description, urgency, ...place?.said, ...(suppressed === undefined ? {} : { suppressed }) };
      openIncident(batch.sql, openingOf(incidentId, signal, said), by, batch.now, serviceId);
      if (isOver) {
        forgetEarlyResolve(batch.sql, dedupKey);
        addMessage(batch.sql, incidentId, { kind: 'alert', action: 'resolve', signal, by }, batch.now);
      }
      return { ...told, ...because, incident: { id: incidentId, number: null }, ...reason };
    }
    case 'reopen': {
      makeUrgent(batch);
      const { incidentId } = decision;
      if (entry) {
        const { urgency } = event;
        const openedAt = openingsOf(entry, batch.now);
        const again = { open: true, count: entry.count + 1, lastAt: batch.now, closedAt: null, urgency, openedAt };
        batch.keys.set(dedupKey, { ...entry, ...again, triggeredAt: event.occurredAt });
      }
      const hold = flapHold(entry?.openedAt ?? [], batch.serviceOf(serviceId)?.settings ?? {}, batch.now);
      const opens = { ...signal, reopens: true, ...(hold ? { hold } : {}) };
      addMessage(batch.sql, incidentId, { kind: 'alert', action: 'trigger', signal: opens, by, serviceId }, batch.now);
      return {
        ...told,
        incident: { id: incidentId, number: entry?.number ?? null },
        reason: decision.reason,
        ...(hold ? { decision: hold.reason } : {}),
      };
    }
    case 'forward': {
      const { action, incidentId } = decision;
      if (action === 'trigger') {
        if (entry && raises(entry, event.urgency)) makeUrgent(batch);
        const known = keyOf(batch, dedupKey);
        const urgency = moreUrgent(known?.urgency ?? null, event.urgency);
        const triggeredAt = later(known?.triggeredAt, event.occurredAt);
        if (known) {
          batch.keys.set(dedupKey, { ...known, count: known.count + 1, lastAt: batch.now, urgency, triggeredAt });
        }
        addRepeat(batch, { signal, incidentId, by, occurredAt: event.occurredAt, serviceId });
      } else {
        // What came before this event must reach the incident before it (SEMANTICS 20).
        makeUrgent(batch);
        flushRepeat(batch, dedupKey);
        addMessage(batch.sql, incidentId, { kind: 'alert', action, signal, by }, batch.now);
      }
      return { ...told, incident: { id: incidentId, number: entry?.number ?? null }, ...reason };
    }
  }
}

function addRepeat(batch: InboxBatch, repeat: Repeat): void {
  const { dedupKey } = repeat.signal;
  const known = batch.repeats.get(dedupKey);
  if (known && known.incidentId !== repeat.incidentId) flushRepeat(batch, dedupKey);
  batch.repeats.set(dedupKey, addUp(batch.repeats.get(dedupKey), repeat));
}

/** Takes a key's repeats out of the batch: into their row that waits already, or as the new row that is answered. */
function takeRepeat(batch: InboxBatch, dedupKey: string): NewRow | null {
  const repeat = batch.repeats.get(dedupKey);
  if (!repeat) return null;
  batch.repeats.delete(dedupKey);
  const { signal, incidentId, by, serviceId } = repeat;
  const waiting = foldableRow(batch.sql, dedupKey, batch.underWay);
  const last = batch.sql
    .exec<{ seq: number | null }>('SELECT max(seq) AS seq FROM outbox WHERE incident_id = ?', incidentId)
    .one();
  if (waiting?.message.kind === 'alert' && waiting.incidentId === incidentId && waiting.seq === last.seq) {
    const { seq, ...message } = waiting.message;
    const urgency = moreUrgent(message.signal.urgency, signal.urgency);
    const count = message.signal.count + signal.count;
    replaceMessage(batch.sql, seq, { ...message, signal: { ...signal, urgency, count } });
    return null;
  }
  return { incidentId, message: { kind: 'alert', action: 'trigger', signal, by, serviceId }, folds: dedupKey };
}

function flushRepeat(batch: InboxBatch, dedupKey: string): void {
  const row = takeRepeat(batch, dedupKey);
  if (row) addMessages(batch.sql, [row], batch.now);
}

/** Ends the batch: a batch of repeats is counted into one row; else there is one for each key and each key's repeats. */
export function writeBatch(batch: InboxBatch): void {
  if (!batch.urgent) {
    if (batch.repeats.size > 0) batch.kept.keep([...batch.repeats.values()]);
    return;
  }
  const rows = [...batch.repeats.keys()].map((dedupKey) => takeRepeat(batch, dedupKey));
  addMessages(
    batch.sql,
    rows.filter((row) => row !== null),
    batch.now,
  );
  for (const key of batch.keys.values()) writeKey(batch.sql, key);
}
