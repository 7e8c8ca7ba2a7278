import { scheduleNames } from '../../../db/repositories/schedules';
import { peopleNamed } from '../../../db/repositories/users';
import { type CoverRequest, type CoverState, type OfferState, returnOf, stateAt } from '../../../domain/cover/request';
import { type Instant, toIso } from '../../../domain/shared/time';
import type { Context } from '../../context';
import type { PersonRef } from '../schedule/staffed';

/** A schedule as answers about people name it. */
export type ScheduleRef = { id: string; name: string; timezone: string };

/** A request for cover as the API has it. `takenBy` and `overrideId` are null until somebody took it. */
export type CoverView = {
  id: string;
  schedule: ScheduleRef;
  user: PersonRef;
  start: string;
  end: string;
  state: CoverState;
  takenBy: PersonRef | null;
  overrideId: string | null;
  /** The shift that its owner takes in exchange. */
  inReturn: { start: string; end: string; overrideId: string | null } | null;
  offers: { user: PersonRef; state: OfferState }[];
  expiresAt: Instant;
  /** When who has not answered is reminded. */
  remindAt: Instant | null;
  createdAt: Instant;
  closedAt: Instant | null;
};

/** The same requests with the names of schedules and people. */
export async function coverViews({ db, now }: Context, requests: readonly CoverRequest[]): Promise<CoverView[]> {
  if (requests.length === 0) return [];
  const ids = requests.flatMap(({ userId, offers }) => [userId, ...offers.map((offer) => offer.userId)]);
  const [people, schedules] = await Promise.all([
    peopleNamed(db, [...new Set(ids)]),
    scheduleNames(
      db,
      requests.map(({ scheduleId }) => scheduleId),
    ),
  ]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const refOf = (id: string): PersonRef => ({ id, name: names.get(id) ?? id });
  const scheduleOf = new Map(schedules.map((schedule) => [schedule.id, schedule]));
  return requests.map((request) => ({
    id: request.id,
    schedule: scheduleOf.get(request.scheduleId) ?? {
      id: request.scheduleId,
      name: request.scheduleId,
      timezone: 'UTC',
    },
    user: refOf(request.userId),
    start: toIso(request.startAt),
    end: toIso(request.endAt),
    state: stateAt(request, now),
    takenBy: request.takenBy === null ? null : refOf(request.takenBy),
    overrideId: request.overrideId,
    inReturn: returnView(request),
    offers: request.offers.map(({ userId, state }) => ({ user: refOf(userId), state })),
    expiresAt: request.expiresAt,
    remindAt: request.remindAt,
    createdAt: request.createdAt,
    closedAt: request.closedAt,
  }));
}

function returnView(request: CoverRequest): CoverView['inReturn'] {
  const span = returnOf(request);
  return span && { start: toIso(span.start), end: toIso(span.end), overrideId: request.returnOverrideId };
}

export async function coverView(context: Context, request: CoverRequest): Promise<CoverView> {
  const [view] = await coverViews(context, [request]);
  if (!view) throw new Error('one request has one view');
  return view;
}
