import type { KeyEntry } from '../../../domain/alert/alert';
import type { Urgency } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';
import type { MovedKey } from '../ports';

/**
 * `urgency`: the highest that the key's open incident has heard of; null: none was named. `openedAt`: when it opened
 * lately, kept where its service damps flapping.
 */
export type StoredKey = KeyEntry & {
  count: number;
  lastAt: Instant;
  urgency: Urgency | null;
  number: number | null;
  openedAt?: Instant[];
};

type Row = {
  dedup_key: string;
  generation: number;
  incident_id: string;
  open: number;
  count: number;
  last_at: number;
  urgency: Urgency | null;
  number: number | null;
  closed_at: number | null;
  triggered_at: number | null;
  opened_at: string | null;
};

const toKey = (row: Row): StoredKey => ({
  dedupKey: row.dedup_key,
  generation: row.generation,
  incidentId: row.incident_id,
  open: row.open === 1,
  count: row.count,
  lastAt: row.last_at,
  urgency: row.urgency,
  number: row.number,
  closedAt: row.closed_at,
  triggeredAt: row.triggered_at,
  ...(row.opened_at === null ? {} : { openedAt: JSON.parse(row.opened_at) as Instant[] }),
});

export function readKey(sql: SqlStorage, dedupKey: string): StoredKey | null {
  const row = sql.exec<Row>('SELECT * FROM keys WHERE dedup_key = ?', dedupKey).toArray()[0];
  return row ? toKey(row) : null;
}

/** A key that stays with its incident is written in place: a storm would pay for its index each time. */
export function writeKey(sql: SqlStorage, key: StoredKey): void {
  const { dedupKey, generation, incidentId, openedAt = [] } = key;
  const state = [
    ...[key.open ? 1 : 0, key.count, key.lastAt, key.urgency, key.number],
    ...[key.closedAt ?? null, key.triggeredAt ?? null, openedAt.length > 0 ? JSON.stringify(openedAt) : null],
  ];
  const inPlace = sql.exec(
    `UPDATE keys SET open = ?, count = ?, last_at = ?, urgency = ?, number = ?, closed_at = ?, triggered_at = ?,
       opened_at = ?
     WHERE dedup_key = ? AND incident_id = ? AND generation = ? RETURNING 1`,
    ...state,
    ...[dedupKey, incidentId, generation],
  );
  if (inPlace.toArray().length > 0) return;
  sql.exec(
    `INSERT OR REPLACE INTO keys
       (dedup_key, incident_id, generation, open, count, last_at, urgency, number, closed_at, triggered_at, opened_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ...[dedupKey, incidentId, generation],
    ...state,
  );
}

/** The incident has closed: a new trigger opens the next one. A later generation is not touched. */
export const releaseKey = (sql: SqlStorage, dedupKey: string, incidentId: string, now: Instant): void => {
  sql.exec(
    'UPDATE keys SET open = 0, closed_at = ? WHERE dedup_key = ? AND incident_id = ? AND open = 1',
    now,
    dedupKey,
    incidentId,
  );
};

/** The incident answers for its key again, unless a later one already does. */
export function holdKey(sql: SqlStorage, dedupKey: string, incidentId: string, now: Instant): void {
  const entry = readKey(sql, dedupKey);
  if (entry?.open && entry.incidentId !== incidentId) return;
  const fresh = { dedupKey, generation: 1, incidentId, count: 1, lastAt: now, urgency: null, number: null };
  writeKey(sql, { ...fresh, ...entry, incidentId, open: true });
}

/** The key goes to another incident, unless it has gone on by itself meanwhile. */
export const redirectKey = (sql: SqlStorage, { dedupKey, from, to, isOpen }: MovedKey, now: Instant): void => {
  sql.exec(
    'UPDATE keys SET incident_id = ?, open = ?, closed_at = ?, number = NULL WHERE dedup_key = ? AND incident_id = ?',
    to,
    isOpen ? 1 : 0,
    isOpen ? null : now,
    dedupKey,
    from,
  );
};

/** Whether some key still leads to this incident; a hint, as the incident decides. */
export const isIncidentOpen = (sql: SqlStorage, incidentId: string): boolean =>
  sql.exec('SELECT 1 FROM keys WHERE incident_id = ? AND open = 1 LIMIT 1', incidentId).toArray().length > 0;

export const nameIncident = (sql: SqlStorage, incidentId: string, number: number): void => {
  sql.exec('UPDATE keys SET number = ? WHERE incident_id = ?', number, incidentId);
};
