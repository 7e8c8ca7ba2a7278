import type { Context } from '../context';
import { remindOfActionItems } from '../operations/action-item/remind';
import { addUpSpans } from '../operations/analytics/add-up-spans';
import { sendWeeklyDigests } from '../operations/analytics/digest';
import { healRollups, rollUp } from '../operations/analytics/roll-up';
import { sweepRetention } from '../operations/retention/sweep';

/** Batches of 200 incidents in one minute. */
const AT_MOST = 10;

/** Owners who are reminded in one minute; the rest the next. */
const REMINDERS = 50;

const DIGESTS = 50;

/** Spans of 16 days that are added up in one minute. */
const SPANS = 2;

/** What goes in one minute because it is kept no longer: 72,000 incidents a day lose their details. */
const PAST_KEEPING = { incidents: 50, rows: 200 };

/** Every minute, after the pages: owners of overdue action items are reminded, what changed is counted, digests that are due are sent, one day is looked through, and days that are over are added up. Details that are kept no longer go last, when they have been counted. */
export async function rollup(context: Context): Promise<void> {
  await remindOfActionItems(context, REMINDERS);
  await rollUp(context, AT_MOST);
  await sendWeeklyDigests(context, DIGESTS);
  await healRollups(context);
  await addUpSpans(context, SPANS);
  await sweepRetention(context, PAST_KEEPING);
}
