import { and, desc, eq, gt, isNull, ne } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { sessions } from '../schema';
import type { Statement } from './batch';

/** A session as its person sees it. The id is a hash and opens nothing. */
export type SessionRow = Omit<typeof sessions.$inferSelect, 'userId' | 'revokedAt'>;

const MOST = 100;

/** Sessions of a person that were neither revoked nor reached their absolute end, the last used first. */
export const sessionsOf = (db: Db, userId: string, now: Instant): Promise<SessionRow[]> =>
  db
    .select({
      id: sessions.id,
      createdAt: sessions.createdAt,
      lastSeenAt: sessions.lastSeenAt,
      expiresAt: sessions.expiresAt,
      userAgent: sessions.userAgent,
      ip: sessions.ip,
    })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, now)))
    .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    .limit(MOST);

/** The statement that ends all sessions of a person but one; all of them when `keptId` is null. */
export const revokeOtherSessions = (db: Db, userId: string, keptId: string | null, now: Instant): Statement =>
  db
    .update(sessions)
    .set({ revokedAt: now })
    .where(
      and(
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        keptId === null ? undefined : ne(sessions.id, keptId),
      ),
    );
