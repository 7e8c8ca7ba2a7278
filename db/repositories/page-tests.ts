import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { endMessage } from '../../domain/message/lifecycle';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { messageDeliveries, messages, pageTestMessages, pageTests } from '../schema';
import type { Statement } from './batch';

export type PageTest = typeof pageTests.$inferSelect;

export async function findPageTest(db: Db, id: string): Promise<PageTest | null> {
  const [row] = await db.select().from(pageTests).where(eq(pageTests.id, id));
  return row ?? null;
}

/** The newest run of a person. */
export async function lastPageTest(db: Db, userId: string): Promise<PageTest | null> {
  const [row] = await db
    .select()
    .from(pageTests)
    .where(eq(pageTests.userId, userId))
    .orderBy(desc(pageTests.startedAt))
    .limit(1);
  return row ?? null;
}

export const insertPageTest = (
  db: Db,
  test: PageTest,
  rungs: readonly { messageId: string; dueAt: Instant }[],
): Statement[] => [
  db.insert(pageTests).values(test),
  ...rungs.map((rung, position) => db.insert(pageTestMessages).values({ testId: test.id, position, ...rung })),
];

/** The methods of a run in the order in which they fire, each as far as it has come; `sentAt` is when a provider took it. */
export const messagesOfTest = (db: Db, testId: string) =>
  db
    .select({
      position: pageTestMessages.position,
      id: messages.id,
      channel: messages.channel,
      address: messages.recipient,
      state: messages.state,
      reason: messages.reason,
      dueAt: pageTestMessages.dueAt,
      changedAt: messages.updatedAt,
      sentAt: sql<number | null>`(SELECT min(settled_at) FROM ${messageDeliveries} d
        WHERE d.message_id = ${pageTestMessages.messageId} AND d.error IS NULL)`,
    })
    .from(pageTestMessages)
    .innerJoin(messages, eq(messages.id, pageTestMessages.messageId))
    .where(eq(pageTestMessages.testId, testId))
    .orderBy(asc(pageTestMessages.position));

const ofTest = (db: Db, testId: string) =>
  db.select({ id: pageTestMessages.messageId }).from(pageTestMessages).where(eq(pageTestMessages.testId, testId));

/** Ends a run: what has not gone out yet is not sent. */
export const stopPageTest = (db: Db, testId: string, reason: string, now: Instant): Statement[] => [
  db
    .update(pageTests)
    .set({ stoppedAt: now })
    .where(and(eq(pageTests.id, testId), isNull(pageTests.stoppedAt))),
  db
    .update(messages)
    .set(endMessage('page-test', 'CANCELLED', reason, now))
    .where(and(inArray(messages.id, ofTest(db, testId)), inArray(messages.state, ['PENDING', 'FAILED_TEMPORARILY']))),
];

/** Its receiver opened it. */
export const markMessageRead = (db: Db, id: string, now: Instant): Statement =>
  db
    .update(messages)
    .set(endMessage('page-test', 'READ', null, now))
    .where(and(eq(messages.id, id), inArray(messages.state, ['SENDING', 'SENT', 'DELIVERED'])));
