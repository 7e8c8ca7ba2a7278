import type { Instant } from '../../../domain/shared/time';
import type { InboxMessage } from '../ports';

type WithoutSeq<T> = T extends unknown ? Omit<T, 'seq'> : never;
/** A message as it is written; its place in the outbox becomes its `seq`. */
export type NewMessage = WithoutSeq<InboxMessage>;

export type OutboxRow = { seq: number; incidentId: string; dueAt: Instant; attempts: number; message: InboxMessage };

type Row = { seq: number; incident_id: string; due_at: number; attempts: number; message: string };

const toRow = (row: Row): OutboxRow => ({
  seq: row.seq,
  incidentId: row.incident_id,
  dueAt: row.due_at,
  attempts: row.attempts,
  message: { ...(JSON.parse(row.message) as NewMessage), seq: row.seq } as InboxMessage,
});

/** A row to be written. `folds`: the dedup key whose further repeats may be added to it while it waits. */
export type NewRow = { incidentId: string; message: NewMessage; folds: string | null };

/** In one statement: the counter that keeps a `seq` from being used twice is a row as well, written once for all. */
export function addMessages(sql: SqlStorage, rows: readonly NewRow[], now: Instant): void {
  if (rows.length === 0) return;
  sql.exec(
    `INSERT INTO outbox (incident_id, due_at, folds, message)
     SELECT value ->> 0, ?, value ->> 1, value ->> 2 FROM json_each(?) ORDER BY key`,
    now,
    JSON.stringify(rows.map(({ incidentId, folds, message }) => [incidentId, folds, JSON.stringify(message)])),
  );
}

export function addMessage(sql: SqlStorage, incidentId: string, message: NewMessage, now: Instant): void {
  sql.exec(
    'INSERT INTO outbox (incident_id, due_at, message) VALUES (?, ?, ?)',
    incidentId,
    now,
    JSON.stringify(message),
  );
}

/** The waiting row of a key's repeats, unless it is on its way already. */
export function foldableRow(sql: SqlStorage, dedupKey: string, underWay: ReadonlySet<string>): OutboxRow | null {
  const row = sql
    .exec<Row>('SELECT seq, incident_id, due_at, attempts, message FROM outbox WHERE folds = ?', dedupKey)
    .toArray()
    .at(-1);
  return row && !underWay.has(row.incident_id) ? toRow(row) : null;
}

export const replaceMessage = (sql: SqlStorage, seq: number, message: NewMessage): void => {
  sql.exec('UPDATE outbox SET message = ? WHERE seq = ?', JSON.stringify(message), seq);
};

export const removeMessages = (sql: SqlStorage, seqs: readonly number[]): void => {
  sql.exec('DELETE FROM outbox WHERE seq IN (SELECT value FROM json_each(?))', JSON.stringify(seqs));
};

export const postpone = (sql: SqlStorage, incidentId: string, dueAt: Instant): void => {
  sql.exec('UPDATE outbox SET attempts = attempts + 1, due_at = ? WHERE incident_id = ?', dueAt, incidentId);
};

export const earliestDue = (sql: SqlStorage): Instant | null =>
  sql.exec<{ at: number | null }>('SELECT min(due_at) AS at FROM outbox').one().at;

/** Rows to send now, by incident and in their order; an incident whose first row must wait is left out whole. */
export function dueByIncident(
  sql: SqlStorage,
  now: Instant,
  underWay: ReadonlySet<string>,
  limit: number,
): Map<string, OutboxRow[]> {
  const rows = sql.exec<Row>(
    'SELECT seq, incident_id, due_at, attempts, message FROM outbox ORDER BY seq LIMIT ?',
    limit,
  );
  const groups = new Map<string, OutboxRow[]>();
  const held = new Set(underWay);
  for (const row of rows) {
    const { incident_id: incidentId, due_at: dueAt } = row;
    if (held.has(incidentId)) continue;
    if (dueAt > now) held.add(incidentId);
    else groups.set(incidentId, [...(groups.get(incidentId) ?? []), toRow(row)]);
  }
  return groups;
}
