import { and, eq, isNull, lt } from 'drizzle-orm';
import type { UserStatus } from '../../domain/access/roles';
import type { SessionTimes } from '../../domain/access/session-life';
import type { Person } from '../../domain/access/viewer';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { sessions, users } from '../schema';
import { PERSON_COLUMNS } from './users-by-credential';

export type SessionWithPerson = SessionTimes & {
  id: string;
  revokedAt: Instant | null;
  user: Person & { status: UserStatus };
};

/** One session with its person; null when there is none. Judges neither expiry nor revocation. */
export const findSession = async (db: Db, id: string): Promise<SessionWithPerson | null> =>
  (await db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      revokedAt: sessions.revokedAt,
      user: PERSON_COLUMNS,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .where(eq(sessions.id, id))
    .get()) ?? null;

export type NewSession = SessionTimes & {
  id: string;
  userId: string;
  userAgent: string | null;
  ip: string | null;
};

/** The statement that stores a session, for a batch. */
export const insertSession = (db: Db, session: NewSession) => db.insert(sessions).values(session);

/** Notes that the session is in use; never moves time backwards. */
export const touchSession = (db: Db, id: string, now: Instant) =>
  db
    .update(sessions)
    .set({ lastSeenAt: now })
    .where(and(eq(sessions.id, id), lt(sessions.lastSeenAt, now)));

/** The statement that ends one session for good. */
export const revokeSession = (db: Db, id: string, now: Instant) =>
  db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)));

/** The statement that ends every session of a person, for the batch that disables them or changes their password. */
export const revokeSessionsOf = (db: Db, userId: string, now: Instant) =>
  db
    .update(sessions)
    .set({ revokedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt)));
