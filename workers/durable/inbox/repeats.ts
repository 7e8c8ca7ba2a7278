import type { AlertSignal } from '../../../domain/escalation/alerts';
import type { By } from '../../../domain/escalation/machine';
import type { Instant } from '../../../domain/shared/time';

/** Repeats of one open key, `signal.count` of them, on their way to the incident that is open for it. */
export type Repeat = {
  signal: AlertSignal;
  incidentId: string;
  by: By;
  /** The tool's own time of the newest of them. */
  occurredAt?: Instant | null;
  serviceId?: string | null;
};

/** Keeps a batch of repeats as one row, whatever their keys: in a storm that is all that is written before the answer. */
export const writeRepeats = (sql: SqlStorage, repeats: readonly Repeat[]): void => {
  sql.exec('INSERT INTO repeats (repeats) VALUES (?)', JSON.stringify(repeats));
};

/** Takes out everything that was kept, in the order it came. */
export function takeRepeats(sql: SqlStorage): Repeat[] {
  const rows = sql.exec<{ id: number; repeats: string }>('SELECT id, repeats FROM repeats ORDER BY id').toArray();
  const last = rows.at(-1);
  if (last) sql.exec('DELETE FROM repeats WHERE id <= ?', last.id);
  return rows.flatMap(({ repeats }) => JSON.parse(repeats) as Repeat[]);
}

export const hasRepeats = (sql: SqlStorage): boolean =>
  sql.exec<{ found: number }>('SELECT EXISTS (SELECT 1 FROM repeats) AS found').one().found === 1;

/** Repeats reach their incident after a second; in a storm every ten, so that few rows are written for many events. */
const FOLD_SOON_MS = 1_000;
const FOLD_STORM_MS = 10_000;

/** Milliseconds until kept repeats are handed on, by how long ago that was done last. */
export const foldDelay = (sinceLastFold: number): number =>
  sinceLastFold >= FOLD_STORM_MS ? FOLD_SOON_MS : Math.max(FOLD_SOON_MS, FOLD_STORM_MS - sinceLastFold);
