import { type Change, clearTimer } from './change';
import { startPolicy } from './paging';

/** Back to OPEN and paging from step 1: the end of a snooze or of a suppression, or a reopening. */
export function openAgain(change: Change): void {
  const { state } = change;
  for (const id of ['snooze-end', 'acknowledgement-timeout']) clearTimer(change, id);
  state.status = 'OPEN';
  state.snoozedUntil = null;
  state.acknowledgedAt = null;
  startPolicy(change);
}
