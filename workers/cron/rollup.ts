import type { Context } from '../context';
import { remindOfActionItems } from '../operations/action-item/remind';
import { sendWeeklyDigests } from '../operations/analytics/digest';
import { healRollups, rollUp } from '../operations/analytics/roll-up';
import { sweepRetention } from '../operations/retention/sweep';

/** Batches of 200 incidents in one minute. */
const AT_MOST = 10;

/** Owners who are reminded in one minute; the rest the next. */
const REMINDERS = 50;

const DIGESTS = 50;

/** Incidents that lose their details in one minute: 72,000 a day. */
const PAST_KEEPING = 50;

/** Every minute, after the pages: owners of overdue action items are reminded, what changed is counted, digests that are due are sent, and one day is looked through. Details that are kept no longer go last, when they have been counted. */
export async function rollup(context: Context): Promise<void> {
  await remindOfActionItems(context, REMINDERS);
  await rollUp(context, AT_MOST);
  await sendWeeklyDigests(context, DIGESTS);
  await healRollups(context);
  await sweepRetention(context, PAST_KEEPING);
}
