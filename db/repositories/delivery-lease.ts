import { and, eq, inArray, lte, or, type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import type { statusDeliveries, statusQuestions, webhookDeliveries } from '../schema';

// Deliveries over HTTP that one sender at a time may have: those of webhooks, and of subscribers of status pages.

type Leased = typeof webhookDeliveries | typeof statusDeliveries | typeof statusQuestions;

/** Nobody has it right now, and it is due. */
export const isFree = (table: Leased, now: Instant): SQL | undefined =>
  or(
    eq(table.state, 'PENDING'),
    and(eq(table.state, 'FAILED_TEMPORARILY'), lte(table.nextAt, now)),
    // Whoever had it crashed or was very slow: told twice beats never told.
    and(eq(table.state, 'SENDING'), lte(table.leasedUntil, now)),
  );

/** As its holder has it until `until`. */
export const leased = (table: Leased, now: Instant, until: Instant) => ({
  state: 'SENDING' as const,
  attempts: sql<number>`${table.attempts} + 1`,
  leasedUntil: until,
  nextAt: until,
  updatedAt: now,
});

/** Whoever took this attempt has it still. One that was taken is taken, even if its lease ran out; a failure counts only for its holder. */
export const maySettle = (table: Leased, { id, attempts }: { id: string; attempts: number }, isSent: boolean) =>
  and(eq(table.id, id), isSent ? undefined : and(eq(table.state, 'SENDING'), eq(table.attempts, attempts)));

/** The ids of those that are due, the longest first. */
export const dueIds = (db: Db, table: Leased, now: Instant, limit: number) =>
  inArray(
    table.id,
    db.select({ id: table.id }).from(table).where(lte(table.nextAt, now)).orderBy(table.nextAt).limit(limit),
  );

/** Ready for their queue; looked at again at `lookAgainAt` should it lose them. */
export const waiting = (now: Instant, lookAgainAt: Instant) => ({
  state: 'PENDING' as const,
  leasedUntil: null,
  nextAt: lookAgainAt,
  updatedAt: now,
});
