import { and, eq, lt } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Question } from '../../domain/status-page/question';
import type { DeliveryChange } from '../../domain/webhook/delivery';
import type { Db } from '../client';
import { statusQuestions } from '../schema';
import type { Statement } from './batch';
import { dueIds, isFree, leased, maySettle, waiting } from './delivery-lease';

export const insertQuestion = (db: Db, question: Question): Statement =>
  db.insert(statusQuestions).values(question).onConflictDoNothing();

/** Takes the question for one sender until `until`, in one conditional statement. Null: it is not theirs. */
export async function leaseQuestion(db: Db, id: string, now: Instant, until: Instant): Promise<Question | null> {
  const [row] = await db
    .update(statusQuestions)
    .set(leased(statusQuestions, now, until))
    .where(and(eq(statusQuestions.id, id), isFree(statusQuestions, now)))
    .returning();
  return row ?? null;
}

/** What became of a leased question, as far as `maySettle` lets it. */
export const settleQuestion = (db: Db, question: Question, change: DeliveryChange): Statement =>
  db
    .update(statusQuestions)
    .set(change)
    .where(maySettle(statusQuestions, question, change.state === 'SENT'));

/** Questions that are due, made ready for their queue. */
export async function takeDueQuestions(db: Db, now: Instant, lookAgainAt: Instant, limit: number): Promise<string[]> {
  const rows = await db
    .update(statusQuestions)
    .set(waiting(now, lookAgainAt))
    .where(dueIds(db, statusQuestions, now, limit))
    .returning({ id: statusQuestions.id });
  return rows.map(({ id }) => id);
}

export const deleteQuestionsBefore = async (db: Db, before: Instant): Promise<void> => {
  await db.delete(statusQuestions).where(lt(statusQuestions.createdAt, before));
};
