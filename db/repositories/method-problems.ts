import { and, eq, isNotNull, sql } from 'drizzle-orm';
import type { Channel } from '../../domain/notification/channels';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethodProblems, contactMethods } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

export type MethodProblem = { reason: string; at: Instant };
type Marked = { methodId: string; value: string; problem: MethodProblem | null };

/** Ends the warning beside a contact method. */
export const clearMethodProblem = (db: Db, methodId: string): Statement =>
  db.delete(contactMethodProblems).where(eq(contactMethodProblems.contactMethodId, methodId));

/** Says beside a contact method what is wrong with it, or nothing any more; not once it has another address or is gone. */
export async function markMethod(db: Db, { methodId, value, problem }: Marked): Promise<void> {
  if (!problem) {
    await db.delete(contactMethodProblems).where(eq(contactMethodProblems.contactMethodId, methodId));
    return;
  }
  const method = db
    .select({
      contactMethodId: contactMethods.id,
      reason: sql<string>`${problem.reason}`.as('reason'),
      at: sql<number>`${problem.at}`.as('at'),
    })
    .from(contactMethods)
    .where(and(eq(contactMethods.id, methodId), eq(contactMethods.value, value)));
  await db
    .insert(contactMethodProblems)
    .select(method)
    .onConflictDoUpdate({
      target: contactMethodProblems.contactMethodId,
      set: { reason: problem.reason, at: problem.at },
      setWhere: sql`${contactMethodProblems.at} <= ${problem.at}`,
    });
}

/** The contact methods of a person that have this address; a message in D1 knows no more of where it went. */
export async function methodsAt(db: Db, userId: string, kind: Channel, value: string): Promise<string[]> {
  const rows = await db
    .select({ id: contactMethods.id })
    .from(contactMethods)
    .where(and(eq(contactMethods.userId, userId), eq(contactMethods.kind, kind), eq(contactMethods.value, value)));
  return rows.map(({ id }) => id);
}

/** Warnings by the id of their contact method. */
export async function problemsOf(db: Db, methodIds: readonly string[]): Promise<Map<string, MethodProblem>> {
  if (methodIds.length === 0) return new Map();
  const rows = await db
    .select()
    .from(contactMethodProblems)
    .where(inIds(contactMethodProblems.contactMethodId, methodIds));
  return new Map(rows.map(({ contactMethodId, reason, at }) => [contactMethodId, { reason, at }]));
}

/** Everybody's verified contact methods at this address. */
export async function verifiedMethodsAt(db: Db, kind: Channel, value: string): Promise<string[]> {
  const rows = await db
    .select({ id: contactMethods.id })
    .from(contactMethods)
    .where(and(eq(contactMethods.kind, kind), eq(contactMethods.value, value), isNotNull(contactMethods.verifiedAt)));
  return rows.map(({ id }) => id);
}
