import { hasMessagesOut } from '../../../domain/escalation/delivery';
import { wakeAt } from '../../../domain/escalation/timers';
import type { IncidentState } from '../../../domain/incident/state';
import type { Instant } from '../../../domain/shared/time';
import { postDueAt } from './channel-post';
import { projectedSeq, projectionDueAt } from './project';

const WORK_GRACE_MS = 2_000;
const LOOK_AGAIN_MS = 4_000;

/** When an incident's object has to wake: the earliest timer, or work that waits to be carried out. Null: nothing waits. */
export function incidentDueAt(sql: SqlStorage, state: IncidentState, now: Instant): Instant | null {
  const effect = sql.exec<{ at: number | null }>('SELECT min(due_at) AS at FROM effects').one().at;
  const behind = state.seq > projectedSeq(sql) || state.number === null;
  const projection = behind ? (projectionDueAt(sql) ?? now) : null;
  const work = [effect, projection].filter((at) => at !== null);
  // Work is begun right after each change; the alarm is for what a crash left behind, so it need not race it.
  const workDue = work.length > 0 ? [Math.max(Math.min(...work), now + WORK_GRACE_MS)] : [];
  // If the process dies with a message out, this alarm is overdue at the next start and wakes the object to look.
  const lookAgain = hasMessagesOut(state.notifications) ? [now + LOOK_AGAIN_MS] : [];
  const waits = [...[wakeAt(state.timers), postDueAt(sql)].filter((at) => at !== null), ...workDue, ...lookAgain];
  return waits.length > 0 ? Math.min(...waits) : null;
}
