import { toSchedule } from '../../../db/repositories/schedules';
import { diffSchedules } from '../../../domain/schedule/diff';
import type { UpdateScheduleInput } from '../../../domain/schedule/input';
import type { Span } from '../../../domain/schedule/span';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import { DAY, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { plannedUpdate } from './planned-update';
import { type PersonRef, staffOf } from './staffed';
import { type ScheduleView, viewOf } from './view';

type SpanView = { start: string; end: string };

/** `user` null: hours in which nobody is on call. */
export type ScheduleDiffView = {
  schedule: ScheduleView;
  from: string;
  to: string;
  changes: { user: PersonRef | null; gains: SpanView[]; loses: SpanView[] }[];
};

const AHEAD = 30 * DAY;

/**
 * What `updateSchedule` would do, without doing it: the schedule as it would be, and who would gain and lose which hours
 * in the 30 days from now, or from when the change counts. Needs "config.write". Failures as those of `updateSchedule`.
 */
export async function previewUpdate(
  context: Context,
  input: UpdateScheduleInput & IdInput,
): Promise<Result<ScheduleDiffView>> {
  const planned = await plannedUpdate(context, input);
  if (!planned.ok) return planned;
  const { before, after } = planned.value;
  const { isActive, refOf } = await staffOf(context.db, [before, after]);
  const from = input.effectiveFrom ?? context.now;
  const diff = diffSchedules(toSchedule(before), toSchedule(after), from, from + AHEAD, isActive);
  return ok({
    schedule: viewOf(after),
    from: toIso(from),
    to: toIso(from + AHEAD),
    changes: diff.map(({ user, gains, loses }) => ({
      user: user === null ? null : refOf(user),
      gains: gains.map(viewOfSpan),
      loses: loses.map(viewOfSpan),
    })),
  });
}

const viewOfSpan = ({ start, end }: Span): SpanView => ({ start: toIso(start), end: toIso(end) });
