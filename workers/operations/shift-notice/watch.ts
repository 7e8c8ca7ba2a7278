import { runBatch } from '../../../db/repositories/batch';
import { coversTakenSince } from '../../../db/repositories/cover-requests';
import { findSchedule, type StoredSchedule, toSchedule } from '../../../db/repositories/schedules';
import { findWatch, putWatch, type ScheduleWatch } from '../../../db/repositories/shift-notices';
import { returnOf } from '../../../domain/cover/request';
import { dueNotices, nextNotice, type ShiftsChange, shiftChanges } from '../../../domain/schedule/notices';
import { type Shift, shifts } from '../../../domain/schedule/shifts';
import { DAY, type Instant, MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { staffOf } from '../schedule/staffed';
import { noticesToSend } from './messages';

/** How far ahead people are told of changes. */
const AHEAD = 30 * DAY;
/** Notices that fell due longer ago are of no use to anybody, so they are not even counted. */
const LOOK_BACK = 2 * DAY;
/** A schedule is looked at so often at least, since who is on call in 30 days is not known today. */
const AT_LEAST_EVERY = DAY;
/** Several changes within this time are told as one. */
export const SETTLING = 2 * MINUTE;

/** What looking at one schedule came to. */
export type Watched = { sent: number; late: number; dropped: number };

/**
 * Sends what is due about one schedule at `context.now`: notices before and at the start of shifts, and, once the
 * schedule has been left alone for two minutes, news to those whose coming shifts are others than they last knew. What
 * people know is stored with the messages in one write; ids come from what is said, so a second run sends nothing.
 * The first look at a schedule only remembers it. Null if the schedule is gone.
 */
export async function watchSchedule(context: Context, scheduleId: string): Promise<Watched | null> {
  const { db, now } = context;
  const watch = await findWatch(db, scheduleId);
  const since = Math.max(watch?.checkedAt ?? now, now - LOOK_BACK);
  // What has ended a moment ago still stands in the changes that are told.
  const from = since - MINUTE;
  const schedule = await findSchedule(db, scheduleId, from);
  if (!schedule) return null;
  const { isActive } = await staffOf(db, [schedule]);
  const coming = shifts(toSchedule(schedule), from, now + AHEAD, isActive);
  const begun = coming.filter(({ start }) => start > from);
  const due = watch ? dueNotices(begun, since, now) : [];
  const isSettled = schedule.updatedAt <= now - SETTLING;
  const isNews = watch !== null && isSettled && watch.seenUpdatedAt < schedule.updatedAt;
  const changes = isNews ? await changesSince(context, schedule, watch, coming) : [];
  const messages = await noticesToSend(context, schedule, { due, changes });
  await runBatch(db, [...messages.statements, putWatch(db, nextWatch({ schedule, watch, coming, isSettled, now }))]);
  messages.send();
  return messages.counts;
}

async function changesSince(
  { db, now }: Context,
  { id, updatedAt }: StoredSchedule,
  watch: ScheduleWatch,
  coming: readonly Shift[],
): Promise<(ShiftsChange & { since: Instant })[]> {
  const taken = await coversTakenSince(db, id, watch.seenUpdatedAt);
  const told = taken.flatMap(({ userId, takenBy, startAt, endAt, ...rest }) =>
    [{ start: startAt, end: endAt }, returnOf(rest)].flatMap((span) =>
      span === null ? [] : [userId, takenBy ?? userId].map((user) => ({ user, ...span })),
    ),
  );
  const window = { start: now, end: Math.min(watch.shiftsUntil, now + AHEAD) };
  return shiftChanges(watch.shifts, coming, window, told).map((change) => ({ ...change, since: updatedAt }));
}

type Looked = {
  schedule: StoredSchedule;
  watch: ScheduleWatch | null;
  coming: Shift[];
  isSettled: boolean;
  now: Instant;
};

/** While a change is not told yet, people know what they knew before. */
function nextWatch({ schedule, watch, coming, isSettled, now }: Looked): ScheduleWatch {
  const untold = watch !== null && !isSettled && watch.seenUpdatedAt < schedule.updatedAt;
  const known = untold
    ? { seenUpdatedAt: watch.seenUpdatedAt, shifts: watch.shifts, shiftsUntil: watch.shiftsUntil }
    : { seenUpdatedAt: schedule.updatedAt, shifts: coming, shiftsUntil: now + AHEAD };
  const next = Math.min(nextNotice(coming, now) ?? now + AT_LEAST_EVERY, now + AT_LEAST_EVERY);
  return { scheduleId: schedule.id, ...known, checkedAt: now, nextAt: next };
}
