import { type Failure, failure } from '../../../domain/shared/errors';
import { DAY, type Instant } from '../../../domain/shared/time';

/** A signed call is remembered for a day: that covers every tolerance, and vendors that sign no time (SIGNATURES rule 6). */
const REMEMBERED_MS = DAY;

export const replayed: Failure = failure('conflict', 'This very delivery was received before (a replay).');

export const isSeen = (sql: SqlStorage, id: string): boolean =>
  sql.exec<{ found: number }>('SELECT EXISTS (SELECT 1 FROM seen WHERE id = ?) AS found', id).one().found === 1;

/** Written with the event itself, so that a call whose event was lost may come again. */
export function rememberSeen(sql: SqlStorage, id: string, now: Instant): void {
  sql.exec('INSERT OR IGNORE INTO seen (id, at) VALUES (?, ?)', id, now);
  sql.exec('DELETE FROM seen WHERE id IN (SELECT id FROM seen WHERE at < ? LIMIT 20)', now - REMEMBERED_MS);
}
