import {
  type PagingService,
  type StoredSchedule,
  servicesPaging,
  toSchedule,
} from '../../../db/repositories/schedules';
import { refuse } from '../../../domain/access/permissions';
import type { CreateScheduleInput } from '../../../domain/schedule/input';
import type { RangeInput } from '../../../domain/schedule/range';
import type { Segment } from '../../../domain/schedule/segment';
import { gaps } from '../../../domain/schedule/shifts';
import type { Span } from '../../../domain/schedule/span';
import { timelineOf } from '../../../domain/schedule/timeline';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { missingFailure } from '../config/references';
import { refuseCostly } from './limits';
import { peopleInLayers } from './references';
import { everybodyIn, findStaffed, type PersonRef, type Staff, staffOf } from './staffed';

/** A stretch with the people on call together; nobody is []. */
export type StretchView = Span & { users: PersonRef[] };

/** All a picture of a schedule needs over [from, to); instants are epoch milliseconds, for screens only. */
export type TimelineView = Span & {
  timezone: string;
  /** Without holes. */
  final: (StretchView & { source: 'override' | 'layer' | 'none' })[];
  overrides: (Span & { id: string; user: PersonRef | null; replaces: PersonRef | null })[];
  /** The highest first. */
  layers: { index: number; name: string; priority: number; stretches: StretchView[] }[];
  gaps: Span[];
  /** Whoever the schedule names, each once. */
  people: PersonRef[];
};

export type ScheduleTimelineView = TimelineView & { id: string; name: string; services: PagingService[] };

/**
 * A stored schedule over a range of at most 400 days (`rangeInput`): the answers of the pager, the overrides and layers
 * they come from, and the services that page it. Failures: forbidden, not-found.
 */
export async function scheduleTimeline(
  context: Context,
  { id, from, to }: RangeInput & IdInput,
): Promise<Result<ScheduleTimelineView>> {
  const refusal = refuse(context.actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findStaffed(context, id, from);
  if (!found) return err(notFound('schedule'));
  const services = await servicesPaging(context.db, id);
  const { name } = found.stored;
  return ok({ ...viewOf(found.stored, found, from, to), id, name, services });
}

/** The same for a schedule that is not stored. Needs "config.write". Failures: forbidden, invalid (people, too much). */
export async function draftTimeline(
  context: Context,
  { from, to, ...input }: CreateScheduleInput & RangeInput,
): Promise<Result<TimelineView>> {
  const refusal =
    refuse(context.actor, 'config.write') ?? (await missingFailure(context, peopleInLayers(input.layers)));
  if (refusal) return err(refusal);
  const draft: StoredSchedule = {
    ...input,
    id: 'draft',
    createdAt: context.now,
    updatedAt: context.now,
    overrides: input.overrides.map(({ userId, replacesUserId, start, end }, i) => ({
      id: `draft-${i}`,
      scheduleId: 'draft',
      userId,
      replacesUserId,
      startAt: start,
      endAt: end,
      createdAt: context.now,
      createdBy: null,
    })),
  };
  const costly = refuseCostly(draft, context.now);
  if (costly) return err(costly);
  return ok(viewOf(draft, await staffOf(context.db, [draft]), from, to));
}

function viewOf(stored: StoredSchedule, { isActive, refOf }: Staff, from: number, to: number): TimelineView {
  const schedule = toSchedule(stored);
  const { final, layers } = timelineOf(schedule, from, to, isActive);
  const stretch = ({ start, end, users }: Segment): StretchView => ({ start, end, users: users.map(refOf) });
  return {
    start: from,
    end: to,
    timezone: stored.timezone,
    final: final.map((answer) => ({ ...stretch(answer), source: answer.source })),
    overrides: stored.overrides
      .filter(({ startAt, endAt }) => startAt < to && endAt > from)
      .map(({ id, userId, replacesUserId, startAt, endAt }) => ({
        id,
        user: userId === null ? null : refOf(userId),
        replaces: replacesUserId === null ? null : refOf(replacesUserId),
        start: startAt,
        end: endAt,
      })),
    layers: layers.map(({ segments, ...row }) => ({ ...row, stretches: segments.map(stretch) })),
    gaps: gaps(schedule, from, to, isActive),
    people: everybodyIn(stored).map(refOf),
  };
}
