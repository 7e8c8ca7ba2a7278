import type { Gathering, Pace } from '../../../domain/alert/place';
import type { InboxBatch } from './accept';
import { isIncidentOpen } from './keys';

/** The open incident that takes further alerts under this name: of a group, or of a storm. */
export function readGathering({ sql, keys }: InboxBatch, name: string | null): Gathering | null {
  if (name === null) return null;
  const [row] = sql
    .exec<{ incident_id: string; opened_at: number }>(
      'SELECT incident_id, opened_at FROM gatherings WHERE name = ?',
      name,
    )
    .toArray();
  if (!row) return null;
  // A key of this very batch may have opened it.
  const isNew = [...keys.values()].some((key) => key.open && key.incidentId === row.incident_id);
  const isOpen = isNew || isIncidentOpen(sql, row.incident_id);
  return isOpen ? { incidentId: row.incident_id, openedAt: row.opened_at } : null;
}

export const writeGathering = (sql: SqlStorage, name: string, { incidentId, openedAt }: Gathering): void => {
  sql.exec(
    'INSERT OR REPLACE INTO gatherings (name, incident_id, opened_at) VALUES (?, ?, ?)',
    name,
    incidentId,
    openedAt,
  );
};

/** What one incident gathered, another one gathers from now on. */
export const moveGatherings = (sql: SqlStorage, from: string, { incidentId, openedAt }: Gathering): void => {
  sql.exec('UPDATE gatherings SET incident_id = ?, opened_at = ? WHERE incident_id = ?', incidentId, openedAt, from);
};

export const readPace = (sql: SqlStorage, serviceId: string): Pace | null =>
  sql.exec<Pace>('SELECT since, count FROM pace WHERE service_id = ?', serviceId).toArray()[0] ?? null;

export const writePace = (sql: SqlStorage, serviceId: string, { since, count }: Pace): void => {
  sql.exec('INSERT OR REPLACE INTO pace (service_id, since, count) VALUES (?, ?, ?)', serviceId, since, count);
};
