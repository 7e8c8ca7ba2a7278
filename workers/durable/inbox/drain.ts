import { isWithinReopenWindow, openNext } from '../../../domain/alert/alert';
import type { PagingPlan } from '../../../domain/plan/plan';
import type { Instant } from '../../../domain/shared/time';
import type { Env } from '../../env';
import type { InboxConfig, MessageOutcome } from '../ports';
import { incidentPort } from '../stubs';
import { moveGatherings } from './gathering';
import { readKey, redirectKey, writeKey } from './keys';
import { openIncident, openingOf } from './open';
import { addMessage, dueByIncident, type OutboxRow, postpone, removeMessages } from './outbox';
import type { Turns } from './turns';

/** Milliseconds until an incident that could not be reached is tried again: 1 s, 2 s, 4 s … 30 s. */
const retryDelay = (attempts: number): number => Math.min(1000 * 2 ** attempts, 30_000);

/** A trigger that crossed a resolve: the incident has closed, so the alert opens the next one (SEMANTICS 10). */
function openNextGeneration(sql: SqlStorage, config: InboxConfig, row: OutboxRow, now: Instant): void {
  const { message } = row;
  const { inbox } = config;
  if (message.kind !== 'alert' || message.action !== 'trigger') return;
  const { signal: given, by, serviceId = null } = message;
  const { reopens, joins: _joins, hold: _hold, ...signal } = given;
  const entry = readKey(sql, signal.dedupKey);
  const isNewer = entry !== null && entry.incidentId !== row.incidentId && entry.open;
  if (isNewer) {
    addMessage(sql, entry.incidentId, { kind: 'alert', action: 'trigger', signal, by, serviceId }, now);
    return;
  }
  const { reopenWindowMinutes = null } = planOf(config, serviceId).service.settings;
  // It closed just now, or the inbox would have known; asked once, as an object that is gone cannot open again.
  if (!reopens && entry && isWithinReopenWindow(entry.closedAt ?? now, { now, reopenWindowMinutes })) {
    writeKey(sql, { ...entry, open: true, closedAt: null });
    const again = { ...signal, reopens: true };
    addMessage(sql, row.incidentId, { kind: 'alert', action: 'trigger', signal: again, by, serviceId }, now);
    return;
  }
  const next = openNext(inbox, signal.dedupKey, entry, 'the incident closed meanwhile');
  const { incidentId, generation } = next;
  const { dedupKey } = signal;
  writeKey(sql, {
    dedupKey,
    generation,
    incidentId,
    open: true,
    count: signal.count,
    lastAt: now,
    urgency: signal.urgency,
    number: null,
  });
  // What gathered others is over, so those that come from now on go to this one.
  moveGatherings(sql, row.incidentId, { incidentId, openedAt: now });
  openIncident(sql, openingOf(incidentId, signal), by, now, serviceId);
}

/** The incident was merged into another, or is taken back out: what came for it goes there, and so does what comes next. */
function sendOn(sql: SqlStorage, { incidentId: from, message }: OutboxRow, to: string, now: Instant): void {
  if (message.kind !== 'alert') return;
  const { seq: _seq, ...rest } = message;
  const { reopens: _reopens, ...signal } = message.signal;
  redirectKey(sql, { dedupKey: signal.dedupKey, from, to, isOpen: message.action !== 'resolve' }, now);
  addMessage(sql, to, { ...rest, signal: { ...signal, mergedFrom: from } }, now);
}

/** The plan of the service that a rule has named; of the inbox's own where that one is gone. */
export const planOf = ({ plan, plans }: InboxConfig, serviceId: string | null | undefined): PagingPlan =>
  (serviceId ? plans?.[serviceId] : undefined) ?? plan;

async function sendTo(
  storage: DurableObjectStorage,
  env: Env,
  config: InboxConfig,
  incidentId: string,
  rows: OutboxRow[],
): Promise<void> {
  const { sql } = storage;
  const { inbox } = config;
  const opening = rows.find(({ message }) => message.kind === 'open')?.message;
  const plan = planOf(config, opening?.serviceId);
  let outcomes: MessageOutcome[];
  try {
    outcomes = await incidentPort(env, incidentId, plan.service.settings.locationHint).receive({
      inbox,
      plan,
      messages: rows.map(({ message }) => message),
    });
  } catch (error) {
    console.warn(`inbox ${inbox} could not reach ${incidentId}: ${String(error)}`);
    postpone(sql, incidentId, Date.now() + retryDelay(rows[0]?.attempts ?? 0));
    return;
  }
  storage.transactionSync(() => {
    for (const [index, row] of rows.entries()) {
      const outcome = outcomes[index];
      if (outcome === 'closed') openNextGeneration(sql, config, row, Date.now());
      else if (typeof outcome === 'object') sendOn(sql, row, outcome.movedTo, Date.now());
    }
    removeMessages(
      sql,
      rows.map(({ seq }) => seq),
    );
  });
}

/**
 * Hands the outbox on, first in, first out for each incident. Each is an object of its own, and creating one takes
 * milliseconds, so they take turns. Returns when nothing that is due is left to begin.
 */
export async function drainOutbox(
  storage: DurableObjectStorage,
  env: Env,
  config: InboxConfig,
  turns: Turns,
): Promise<void> {
  for (;;) {
    const due = [...dueByIncident(storage.sql, Date.now(), turns.names, 500)];
    if (due.length === 0) return;
    await Promise.all(due.map(([id, rows]) => turns.take(id, () => sendTo(storage, env, config, id, rows))));
  }
}
