import type { Effect } from '../../../domain/escalation/change';
import type { Transition } from '../../../domain/escalation/machine';
import { withoutHistory } from '../../../domain/incident/state';
import type { Instant } from '../../../domain/shared/time';
import { projectedSeq } from './project';
import { type Stored, save } from './store';

/** SQLite's own words for a storage without room. Reading and deleting still work then. */
const isStorageFull = (error: unknown): boolean => /SQLITE_FULL|database or disk is full/i.test(String(error));

/** So much of the logbook stays at hand while room is made; the whole of it stands in the read model. */
const KEPT_LINES = 20;

/** Lets go of what the read model has confirmed, the oldest first, and of what only guards against replays. */
function makeRoom(sql: SqlStorage, wave: number): void {
  const seq = projectedSeq(sql);
  sql.exec(
    'DELETE FROM timeline WHERE seq <= ? AND rowid NOT IN (SELECT rowid FROM timeline ORDER BY seq DESC LIMIT ?)',
    seq,
    KEPT_LINES,
  );
  sql.exec('DELETE FROM notifications WHERE settled = 1 AND wave < ? AND seq <= ?', wave, seq);
  sql.exec(
    `DELETE FROM deliveries WHERE seq <= ? AND delivery ->> 'notificationId' NOT IN (SELECT id FROM notifications)`,
    seq,
  );
  sql.exec('DELETE FROM requests');
}

/** What an object goes on from. `unsaved`: effects that no row could be written for, to be carried out at once. */
export type Kept = { stored: Stored; unsaved: readonly Effect[]; wasFull: boolean };

/**
 * Stores a transition. Where the object's storage is full, room is made; where even that does not help it goes on in
 * memory, so that an acknowledgement stops the pages all the same (RELIABILITY, F16).
 */
export function saveOrKeep(
  storage: DurableObjectStorage,
  before: Stored | null,
  after: Transition,
  now: Instant,
): Kept {
  try {
    return { stored: save(storage, before, after, now), unsaved: [], wasFull: false };
  } catch (error) {
    if (!isStorageFull(error)) throw error;
  }
  try {
    makeRoom(storage.sql, after.state.wave);
    return { stored: save(storage, before, after, now), unsaved: [], wasFull: true };
  } catch (error) {
    if (!isStorageFull(error)) throw error;
    console.error(`the storage of ${after.state.id} is full: it goes on in memory`);
    const stored = { state: withoutHistory(after.state), plan: after.plan };
    return { stored, unsaved: after.effects, wasFull: true };
  }
}
