import { and, eq, gt, lt, sql } from 'drizzle-orm';
import { CODE_TRIES } from '../../domain/message/code';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethods, verificationCodes } from '../schema';
import type { Statement } from './batch';
import type { ContactMethod } from './contact-methods';

export type NewCode = { contactMethodId: string; hash: string; createdAt: Instant; expiresAt: Instant };

/** The one code of a contact method; the one before ends. */
export const putVerificationCode = (db: Db, code: NewCode): Statement =>
  db
    .insert(verificationCodes)
    .values({ ...code, tries: 0 })
    .onConflictDoUpdate({ target: verificationCodes.contactMethodId, set: { ...code, tries: 0 } });

/** Counts a guess before it is looked at, so that many at once cannot slip through. The hash to compare it with, or null: none left. */
export async function countGuess(db: Db, contactMethodId: string, now: Instant): Promise<string | null> {
  const [row] = await db
    .update(verificationCodes)
    .set({ tries: sql`${verificationCodes.tries} + 1` })
    .where(
      and(
        eq(verificationCodes.contactMethodId, contactMethodId),
        lt(verificationCodes.tries, CODE_TRIES),
        gt(verificationCodes.expiresAt, now),
      ),
    )
    .returning({ hash: verificationCodes.hash });
  return row?.hash ?? null;
}

export const deleteVerificationCode = (db: Db, contactMethodId: string): Statement =>
  db.delete(verificationCodes).where(eq(verificationCodes.contactMethodId, contactMethodId));

/** Notes that the address reaches its owner, unless it has become another address in the meantime. */
export const markVerified = (db: Db, { id, kind, value }: ContactMethod, now: Instant): Statement =>
  db
    .update(contactMethods)
    .set({ verifiedAt: now, updatedAt: now })
    .where(and(eq(contactMethods.id, id), eq(contactMethods.kind, kind), eq(contactMethods.value, value)));
