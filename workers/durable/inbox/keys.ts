import type { KeyEntry } from '../../../domain/alert/alert';
import type { Urgency } from '../../../domain/incident/incident';
import type { Instant } from '../../../domain/shared/time';

/** `urgency`: the highest that the key's open incident has heard of; null: none was named. */
export type StoredKey = KeyEntry & { count: number; lastAt: Instant; urgency: Urgency | null; number: number | null };

type Row = {
  dedup_key: string;
  generation: number;
  incident_id: string;
  open: number;
  count: number;
  last_at: number;
  urgency: Urgency | null;
  number: number | null;
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
});

export function readKey(sql: SqlStorage, dedupKey: string): StoredKey | null {
  const row = sql.exec<Row>('SELECT * FROM keys WHERE dedup_key = ?', dedupKey).toArray()[0];
  return row ? toKey(row) : null;
}

export function writeKey(sql: SqlStorage, key: StoredKey): void {
  sql.exec(
    `INSERT OR REPLACE INTO keys (dedup_key, generation, incident_id, open, count, last_at, urgency, number)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    key.dedupKey,
    key.generation,
    key.incidentId,
    key.open ? 1 : 0,
    key.count,
    key.lastAt,
    key.urgency,
    key.number,
  );
}

/** The incident has closed: a new trigger opens the next one. A later generation is not touched. */
export const releaseKey = (sql: SqlStorage, dedupKey: string, incidentId: string): void => {
  sql.exec('UPDATE keys SET open = 0 WHERE dedup_key = ? AND incident_id = ?', dedupKey, incidentId);
};

export const nameIncident = (sql: SqlStorage, incidentId: string, number: number): void => {
  sql.exec('UPDATE keys SET number = ? WHERE incident_id = ?', number, incidentId);
};
