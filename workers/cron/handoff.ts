import { schedulesToWatch } from '../../db/repositories/shift-notices';
import { DAY } from '../../domain/shared/time';
import type { Context } from '../context';
import { dueCovers } from '../operations/cover/due';
import { reasonOf } from '../operations/plan/reason';
import { SETTLING, type Watched, watchSchedule } from '../operations/shift-notice/watch';

/** Schedules that are looked at in one minute; what is over waits for the next one, the longest due first. */
const AT_MOST = 50;
/** Changes are looked for so far back; the first run of a process looks for all that nobody has looked at. */
const CHANGED_WITHIN = DAY;
let isFirst = true;

/**
 * Every minute: hand-off notices, news of changed shifts, reminders of cover requests, and
 * the end of those that nobody took. Only schedules
 * with something due or changed are read. One that fails is logged and tried again; it does not hold up the others.
 */
export async function handoff(context: Context): Promise<void> {
  const { db, now } = context;
  const since = isFirst ? -1 : now - CHANGED_WITHIN;
  await dueCovers(context, AT_MOST);
  const ids = await schedulesToWatch(db, { now, since, settled: now - SETTLING, limit: AT_MOST });
  isFirst = ids.length === AT_MOST && isFirst;
  const sum = { late: 0, dropped: 0 };
  for (const id of ids) {
    const watched = await lookAt(context, id);
    sum.late += watched?.late ?? 0;
    sum.dropped += watched?.dropped ?? 0;
  }
  if (sum.late + sum.dropped > 0) {
    console.warn(
      `hand-off: ${sum.late} notices sent late, ${sum.dropped} dropped as too late; did the cron stand still?`,
    );
  }
}

async function lookAt(context: Context, id: string): Promise<Watched | null> {
  try {
    return await watchSchedule(context, id);
  } catch (error) {
    console.warn(`hand-off: schedule ${id} waits for the next minute: ${reasonOf(error)}`);
    return null;
  }
}
