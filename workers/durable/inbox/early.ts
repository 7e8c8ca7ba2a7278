import { EARLY_RESOLVE_MS } from '../../../domain/alert/alert';
import type { Instant } from '../../../domain/shared/time';

/** A resolve that came while nothing was open for its key: it may have overtaken its trigger (SEMANTICS 11). */
export type EarlyResolve = { at: Instant; heardAt: Instant };

export function readEarlyResolve(sql: SqlStorage, dedupKey: string): EarlyResolve | null {
  const [row] = sql
    .exec<{ occurred_at: number; heard_at: number }>(
      'SELECT occurred_at, heard_at FROM early_resolves WHERE dedup_key = ?',
      dedupKey,
    )
    .toArray();
  return row ? { at: row.occurred_at, heardAt: row.heard_at } : null;
}

export function rememberEarlyResolve(sql: SqlStorage, dedupKey: string, { at, heardAt }: EarlyResolve): void {
  sql.exec('DELETE FROM early_resolves WHERE heard_at < ?', heardAt - EARLY_RESOLVE_MS);
  sql.exec(
    'INSERT OR REPLACE INTO early_resolves (dedup_key, occurred_at, heard_at) VALUES (?, ?, ?)',
    dedupKey,
    at,
    heardAt,
  );
}

export const forgetEarlyResolve = (sql: SqlStorage, dedupKey: string): void => {
  sql.exec('DELETE FROM early_resolves WHERE dedup_key = ?', dedupKey);
};
