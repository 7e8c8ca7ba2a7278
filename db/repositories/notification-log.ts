import { and, asc, desc, eq, gte, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import type { MessageKind } from '../../domain/message/kinds';
import { addressForReaders } from '../../domain/notification/address';
import type { Intent } from '../../domain/notification/content';
import type { LogEntry, NotificationExportInput } from '../../domain/notification/log';
import { decodeCursor, type Page, toPage } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { contactMethods, deliveries, incidents, messageDeliveries, messages, notifications } from '../schema';
import { inIds } from './listing';

type Attempt = {
  of: string;
  attempt: number;
  provider: string | null;
  state: string;
  providerId: string | null;
  settledAt: Instant | null;
};
type Filter = NotificationExportInput & { limit: number; cursor?: string | undefined };
type Told = Omit<LogEntry, 'attempts' | 'provider' | 'providerId' | 'sentAt' | 'latencyMs'>;

const TAKEN = new Set(['SENT', 'DELIVERED', 'READ']);

/** A message with what became of its attempts: the first that was taken, else the last. */
function withAttempts(entry: Told, attempts: readonly Attempt[]): LogEntry {
  const taken = attempts.find(({ state }) => TAKEN.has(state));
  const told = taken ?? attempts.at(-1);
  const sentAt = taken?.settledAt ?? null;
  return {
    ...entry,
    attempts: attempts.length,
    provider: told?.provider ?? null,
    providerId: told?.providerId ?? null,
    sentAt,
    latencyMs: sentAt === null ? null : Math.max(0, sentAt - entry.createdAt),
  };
}

const joinAttempts = (entries: readonly Told[], attempts: readonly Attempt[]): LogEntry[] =>
  entries.map((entry) =>
    withAttempts(
      entry,
      attempts.filter(({ of }) => of === entry.id),
    ),
  );

const beyond = (at: SQL | typeof notifications.createdAt, id: SQL | typeof notifications.id, after: string[]) =>
  after.length === 0 ? undefined : sql`(${at}, ${id}) < (${Number(after[0])}, ${after[1] ?? ''})`;

async function pages(db: Db, filter: Filter, after: string[]): Promise<LogEntry[]> {
  const { state, channel, userId, serviceId, incidentId, from, to, limit } = filter;
  const rows = await db
    .select({
      one: notifications,
      number: incidents.number,
      title: incidents.title,
      serviceId: incidents.serviceId,
      serviceName: incidents.serviceName,
      address: contactMethods.value,
    })
    .from(notifications)
    .leftJoin(incidents, eq(incidents.id, notifications.incidentId))
    .leftJoin(contactMethods, eq(contactMethods.id, notifications.contactMethodId))
    .where(
      and(
        state && eq(notifications.state, state),
        channel && eq(notifications.channel, channel),
        userId ? eq(notifications.userId, userId) : undefined,
        serviceId ? eq(incidents.serviceId, serviceId) : undefined,
        incidentId ? eq(notifications.incidentId, incidentId) : undefined,
        from === undefined ? undefined : gte(notifications.createdAt, from),
        to === undefined ? undefined : lt(notifications.createdAt, to),
        beyond(notifications.createdAt, notifications.id, after),
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(limit + 1);
  const told = rows.map(
    ({ one, number, title, serviceId: service, serviceName, address }): Told => ({
      id: one.id,
      kind: one.intent as Intent,
      incident: {
        id: one.incidentId,
        number,
        title: title ?? '',
        serviceId: service ?? '',
        serviceName: serviceName ?? '',
      },
      userId: one.userId,
      userName: one.userName,
      channel: one.channel,
      address: address === null ? null : addressForReaders(one.channel, address),
      state: one.state,
      reason: one.reason,
      createdAt: one.createdAt,
      updatedAt: one.updatedAt,
    }),
  );
  const ids = told.map(({ id }) => id);
  const attempts = await db
    .select({ ...ATTEMPT(deliveries), of: deliveries.notificationId })
    .from(deliveries)
    .where(inIds(deliveries.notificationId, ids))
    .orderBy(asc(deliveries.attempt));
  return joinAttempts(told, attempts);
}

const ATTEMPT = <T extends typeof deliveries | typeof messageDeliveries>(table: T) => ({
  attempt: table.attempt,
  provider: table.provider,
  state: table.state,
  providerId: table.providerId,
  settledAt: table.settledAt,
});

async function others(db: Db, filter: Filter, after: string[]): Promise<LogEntry[]> {
  const { state, channel, userId, serviceId, incidentId, from, to, limit } = filter;
  if (serviceId || incidentId) return [];
  const rows = await db
    .select()
    .from(messages)
    .where(
      and(
        state && eq(messages.state, state),
        channel && eq(messages.channel, channel),
        userId ? eq(messages.userId, userId) : undefined,
        from === undefined ? undefined : gte(messages.createdAt, from),
        to === undefined ? undefined : lt(messages.createdAt, to),
        beyond(sql`${messages.createdAt}`, sql`${messages.id}`, after),
      ),
    )
    .orderBy(desc(messages.createdAt), desc(messages.id))
    .limit(limit + 1);
  const told = rows.map(
    (row): Told => ({
      id: row.id,
      kind: row.kind as MessageKind,
      incident: null,
      userId: row.userId,
      userName: row.recipientName,
      channel: row.channel,
      address: addressForReaders(row.channel, row.recipient),
      state: row.state,
      reason: row.reason,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
    }),
  );
  const ids = told.map(({ id }) => id);
  const attempts = await db
    .select({ ...ATTEMPT(messageDeliveries), of: messageDeliveries.messageId })
    .from(messageDeliveries)
    .where(inIds(messageDeliveries.messageId, ids))
    .orderBy(asc(messageDeliveries.attempt));
  return joinAttempts(told, attempts);
}

const newestFirst = (a: LogEntry, b: LogEntry): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);

/**
 * One page of all messages to people, newest first: those of incidents and those of none, which stand in tables of their
 * own. Null for a cursor that this list did not give out.
 */
export async function listLog(db: Db, filter: Filter): Promise<Page<LogEntry> | null> {
  const after = filter.cursor === undefined ? [] : decodeCursor(filter.cursor, 2);
  if (after === null || (after[0] !== undefined && !/^\d{1,15}$/.test(after[0]))) return null;
  const both = await Promise.all([pages(db, filter, after), others(db, filter, after)]);
  const merged = both.flat().toSorted(newestFirst);
  return toPage(merged, filter.limit, ({ createdAt, id }) => [String(createdAt), id]);
}

/** The incident of a notification; null if there is no such one. */
export async function incidentOfNotification(db: Db, id: string): Promise<string | null> {
  const [row] = await db
    .select({ incidentId: notifications.incidentId })
    .from(notifications)
    .where(eq(notifications.id, id));
  return row?.incidentId ?? null;
}

/** What a provider last answered instead of taking a message. */
export type LastError = { channel: string; provider: string; error: string; at: Instant };

/** The newest failed attempts of all kinds, newest first, at most `limit` of each table. */
export async function lastErrors(db: Db, limit: number): Promise<LastError[]> {
  const [ofPages, ofOthers] = await Promise.all([
    db
      .select({
        channel: notifications.channel,
        provider: deliveries.provider,
        error: deliveries.error,
        at: deliveries.at,
      })
      .from(deliveries)
      .innerJoin(notifications, eq(notifications.id, deliveries.notificationId))
      .where(isNotNull(deliveries.error))
      .orderBy(desc(deliveries.at))
      .limit(limit),
    db
      .select({
        channel: messages.channel,
        provider: messageDeliveries.provider,
        error: messageDeliveries.error,
        at: messageDeliveries.at,
      })
      .from(messageDeliveries)
      .innerJoin(messages, eq(messages.id, messageDeliveries.messageId))
      .where(isNotNull(messageDeliveries.error))
      .orderBy(desc(messageDeliveries.at))
      .limit(limit),
  ]);
  return [...ofPages, ...ofOthers]
    .map(({ channel, provider, error, at }) => ({ channel, provider: provider ?? 'none', error: error ?? '', at }))
    .toSorted((a, b) => b.at - a.at);
}
