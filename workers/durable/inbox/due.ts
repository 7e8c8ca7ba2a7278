import type { Instant } from '../../../domain/shared/time';
import { changeDueAt } from './changes';
import { heartbeatLookAt } from './heartbeat';
import { earliestDue } from './outbox';
import { subscriptionDueAt } from './subscriptions';

/** When an inbox has to wake: its earliest wait. What is done at once anyway is not looked after before `graceAt`. */
export function workDueAt(sql: SqlStorage, graceAt: Instant, repeatsAt: Instant | null): Instant | null {
  const notBefore = (at: Instant | null) => (at === null ? null : Math.max(at, graceAt));
  const child = sql.exec<{ at: number | null }>('SELECT min(poke_at) AS at FROM children').one().at;
  const told = [notBefore(earliestDue(sql)), notBefore(subscriptionDueAt(sql)), notBefore(changeDueAt(sql))];
  const waits = [...told, child, repeatsAt, heartbeatLookAt(sql)];
  const set = waits.filter((at) => at !== null);
  return set.length > 0 ? Math.min(...set) : null;
}
