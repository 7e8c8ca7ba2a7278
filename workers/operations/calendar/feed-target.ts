import type { CalendarFeed, FeedTarget } from '../../../db/repositories/calendar-feeds';
import { findSchedule } from '../../../db/repositories/schedules';
import { findUser } from '../../../db/repositories/users';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { hashedId } from '../../../domain/shared/hash';
import { randomText } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { refuseUnlessOwn } from '../config/own';

/** Whose shifts a calendar shows: one person's on all schedules, or one schedule's. */
export type FeedInput = { kind: FeedTarget['kind']; id: string };

export type FeedView = Pick<CalendarFeed, 'createdAt' | 'rotatedAt' | 'lastReadAt'>;

/** The address is in this answer only: the table holds a hash. */
export type NewFeedView = FeedView & { url: string };

type Allowed = { target: FeedTarget; ownerId: string; feedId: string };

/**
 * Who may have a feed of this: of a schedule whoever may see it, of a person that person ("people.write" for others).
 * Each has a feed of their own, so that one can end without the others. Failures: forbidden, not-found.
 */
export async function allowFeed({ actor, db, now }: Context, { kind, id }: FeedInput): Promise<Result<Allowed>> {
  const refusal = kind === 'USER' ? refuseUnlessOwn(actor, id) : refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const ownerId = actorRef(actor).id;
  if (ownerId === undefined) return err(failure('forbidden', 'A calendar link belongs to a person or an API key.'));
  if (kind === 'USER' && !(await findUser(db, id))) return err(notFound('person'));
  if (kind === 'SCHEDULE' && !(await findSchedule(db, id, now))) return err(notFound('schedule'));
  return ok({ target: { kind, targetId: id }, ownerId, feedId: hashedId('cal', [kind, id, ownerId]) });
}

/** 165 bits. */
export const newFeedSecret = ({ random }: Context): string => randomText(32, random);

export const feedUrl = ({ config }: Context, secret: string): string => `${config.appUrl}/calendars/${secret}.ics`;

export const feedViewOf = ({ createdAt, rotatedAt, lastReadAt }: FeedView): FeedView => ({
  createdAt,
  rotatedAt,
  lastReadAt,
});
