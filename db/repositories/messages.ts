import { and, desc, eq, gte, inArray, lte, notInArray, or, sql } from 'drizzle-orm';
import type { MessageKind } from '../../domain/message/kinds';
import { endMessage, type Message, type MessageChange } from '../../domain/message/lifecycle';
import type { Sent } from '../../domain/message/pace';
import type { Channel } from '../../domain/notification/channels';
import { SETTLED_STATES } from '../../domain/notification/state';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { messageDeliveries, messages } from '../schema';
import type { Statement } from './batch';
import { inIds } from './listing';

// The column knows no kinds, so that a release that adds one needs no migration; only `newMessage` writes it.
const asMessage = (row: typeof messages.$inferSelect): Message => ({ ...row, kind: row.kind as MessageKind });

export async function findMessage(db: Db, id: string): Promise<Message | null> {
  const [row] = await db.select().from(messages).where(eq(messages.id, id));
  return row ? asMessage(row) : null;
}

/** Goes into the batch of the change that causes the message. */
export const insertMessage = (db: Db, message: Message): Statement => db.insert(messages).values(message);

/** The same for a message that may have been made before, by a run of the cron that was cut short. */
export const insertNotice = (db: Db, message: Message): Statement =>
  db.insert(messages).values(message).onConflictDoNothing();

/** Which of these ids are messages already. */
export async function knownMessages(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db.select({ id: messages.id }).from(messages).where(inIds(messages.id, ids));
  return new Set(rows.map(({ id }) => id));
}

/**
 * Takes the message for one sender until `until`, in one conditional statement, so that of several consumers one gets
 * it. Null when it is not theirs: under way elsewhere, not due yet, or settled.
 */
export async function leaseMessage(db: Db, id: string, now: Instant, until: Instant): Promise<Message | null> {
  const isFree = or(
    eq(messages.state, 'PENDING'),
    and(eq(messages.state, 'FAILED_TEMPORARILY'), lte(messages.nextAt, now)),
    // Whoever had it crashed or was very slow: sent twice beats never sent.
    and(eq(messages.state, 'SENDING'), lte(messages.leasedUntil, now)),
  );
  const [row] = await db
    .update(messages)
    .set({
      state: 'SENDING',
      attempts: sql`${messages.attempts} + 1`,
      leasedUntil: until,
      nextAt: until,
      updatedAt: now,
    })
    .where(and(eq(messages.id, id), isFree))
    .returning();
  return row ? asMessage(row) : null;
}

/** What became of a leased message. One that was sent is sent, even if its lease ran out; a failure counts only for its holder. */
export function settleMessage(db: Db, { id, attempts }: Message, change: MessageChange): Statement {
  const isStillMine = and(eq(messages.state, 'SENDING'), eq(messages.attempts, attempts));
  const isOpen = notInArray(messages.state, [...SETTLED_STATES]);
  return db
    .update(messages)
    .set(change)
    .where(and(eq(messages.id, id), change.state === 'SENT' ? isOpen : isStillMine));
}

/** Its device says that it has arrived, perhaps before the sender has told of its success. */
export const markMessageDelivered = (db: Db, id: string, now: Instant): Statement =>
  db
    .update(messages)
    .set({ state: 'DELIVERED', leasedUntil: null, nextAt: null, updatedAt: now })
    .where(and(eq(messages.id, id), inArray(messages.state, ['SENDING', 'SENT'])));

/** One attempt at a provider. Writing it again changes nothing. */
export const insertMessageDelivery = (db: Db, delivery: typeof messageDeliveries.$inferInsert): Statement =>
  db.insert(messageDeliveries).values(delivery).onConflictDoNothing();

/** Up to `limit` messages that are due, the oldest first, made ready for their queue; looked at again at `lookAgainAt`. */
export const takeDueMessages = (
  db: Db,
  now: Instant,
  lookAgainAt: Instant,
  limit: number,
): Promise<{ id: string; channel: Channel; kind: MessageKind }[]> =>
  db
    .update(messages)
    .set({ state: 'PENDING', leasedUntil: null, nextAt: lookAgainAt, updatedAt: now })
    .where(
      inArray(
        messages.id,
        db
          .select({ id: messages.id })
          .from(messages)
          .where(lte(messages.nextAt, now))
          .orderBy(messages.nextAt)
          .limit(limit),
      ),
    )
    .returning({ id: messages.id, channel: messages.channel, kind: sql<MessageKind>`kind` });

type Address = Pick<Message, 'kind' | 'channel' | 'recipient'>;

/** Ends what waits to be sent of this kind to this address, because a newer message takes its place. */
export const replaceMessages = (
  db: Db,
  { kind, channel, recipient }: Address,
  userId: string,
  now: Instant,
): Statement =>
  db
    .update(messages)
    .set(endMessage(kind, 'CANCELLED', 'a newer one took its place', now))
    .where(
      and(
        eq(messages.userId, userId),
        eq(messages.kind, kind),
        eq(messages.channel, channel),
        eq(messages.recipient, recipient),
        inArray(messages.state, ['PENDING', 'FAILED_TEMPORARILY']),
      ),
    );

/** Messages of a kind to one person since an instant, newest first, at most 100. */
export const messagesSince = (db: Db, userId: string, kind: MessageKind, since: Instant): Promise<Sent[]> =>
  db
    .select({ to: sql<string>`${messages.channel} || ' ' || ${messages.recipient}`, at: messages.createdAt })
    .from(messages)
    .where(and(eq(messages.userId, userId), eq(messages.kind, kind), gte(messages.createdAt, since)))
    .orderBy(desc(messages.createdAt))
    .limit(100);

/** A notice that came too late is kept as what it would have been, and is not sent. */
export const endNotice = (db: Db, id: string, kind: MessageKind, now: Instant): Statement =>
  db
    .update(messages)
    .set(endMessage(kind, 'CANCELLED', 'it fell due while nothing ran, and came too late to be of use', now))
    .where(and(eq(messages.id, id), eq(messages.state, 'PENDING')));
