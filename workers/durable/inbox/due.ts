import { LOST_FOLD_MS } from '../../../domain/alert/group-commit';
import type { Instant } from '../../../domain/shared/time';
import { changeDueAt } from './changes';
import { heartbeatLookAt } from './heartbeat';
import { earliestDue } from './outbox';
import { hasRepeats } from './repeats';
import { subscriptionDueAt } from './subscriptions';

/** What is done at once anyway is not looked after before that. */
export const WORK_GRACE_MS = 2_000;

/** When an inbox has to wake: its earliest wait. `isFolding`: a timer in memory is about to hand repeats on. */
export function workDueAt(sql: SqlStorage, now: Instant, isFolding: boolean): Instant | null {
  const notBefore = (at: Instant | null) => (at === null ? null : Math.max(at, now + WORK_GRACE_MS));
  const repeatsAt = hasRepeats(sql) ? now + (isFolding ? LOST_FOLD_MS : WORK_GRACE_MS) : null;
  const child = sql.exec<{ at: number | null }>('SELECT min(poke_at) AS at FROM children').one().at;
  const told = [notBefore(earliestDue(sql)), notBefore(subscriptionDueAt(sql)), notBefore(changeDueAt(sql))];
  const waits = [...told, child, repeatsAt, heartbeatLookAt(sql)];
  const set = waits.filter((at) => at !== null);
  return set.length > 0 ? Math.min(...set) : null;
}
