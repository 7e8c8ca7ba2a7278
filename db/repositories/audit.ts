import { and, desc, eq, gte, lt, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, actorRef, type Origin } from '../../domain/access/actor';
import type { AuditListInput } from '../../domain/access/audit';
import { maskSecrets } from '../../domain/access/mask';
import { newId, type RandomBytes } from '../../domain/shared/ids';
import { decodeCursor, type Page, toPage } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { auditLog } from '../schema';
import type { Statement } from './batch';

/** Who did it and through which door; an operation's context is one. */
export type AuditSource = {
  db: Db;
  actor: Actor;
  origin: Origin;
  now: Instant;
  random: RandomBytes;
  requestId: string;
  ip: string | null;
};

export type AuditEntry = {
  /** Noun and verb: "api-key.create". */
  action: string;
  targetKind: string;
  targetId: string;
  before?: Record<string, unknown> | null;
  after?: Record<string, unknown> | null;
};

/** The statement that writes one entry of the audit log, for the same `db.batch` as the change. Fields named like secrets are masked. */
export function recordAudit({ db, actor, origin, now, random, requestId, ip }: AuditSource, entry: AuditEntry) {
  return db.insert(auditLog).values({
    id: newId('auditEntry', random),
    at: now,
    actor: actorRef(actor),
    origin,
    ip,
    requestId,
    action: entry.action,
    targetKind: entry.targetKind,
    targetId: entry.targetId,
    before: entry.before ? maskSecrets(entry.before) : null,
    after: entry.after ? maskSecrets(entry.after) : null,
  });
}

/** The same under an id of its own making: what stands already stays as it is. */
export const insertOnce = (source: AuditSource, id: string, entry: AuditEntry): Statement => {
  const { db, actor, origin, now, requestId, ip } = source;
  const { action, targetKind, targetId } = entry;
  const row = { id, at: now, actor: actorRef(actor), origin, ip, requestId, action, targetKind, targetId };
  return db.insert(auditLog).values(row).onConflictDoNothing();
};

/** An entry as it is shown. */
export type AuditView = typeof auditLog.$inferSelect;

/** One page of the entries that meet all filters, newest first; null for a cursor that this list did not give out. */
export async function listAudit(db: Db, input: AuditListInput): Promise<Page<AuditView> | null> {
  const after = input.cursor === undefined ? [] : decodeCursor(input.cursor, 2);
  if (after === null || (after[0] !== undefined && !/^\d{1,15}$/.test(after[0]))) return null;
  const rows = await db
    .select()
    .from(auditLog)
    .where(and(...filtersOf(input), beyond(after)))
    .orderBy(desc(auditLog.at), desc(auditLog.id))
    .limit(input.limit + 1);
  return toPage(rows, input.limit, ({ at, id }) => [String(at), id]);
}

const filtersOf = ({ actor, action, targetKind, targetId, from, to }: AuditListInput): (SQL | undefined)[] => [
  actor === undefined
    ? undefined
    : or(
        eq(sql`json_extract(${auditLog.actor}, '$.id')`, actor),
        eq(sql`json_extract(${auditLog.actor}, '$.kind')`, actor),
      ),
  action === undefined ? undefined : eq(auditLog.action, action),
  targetKind === undefined ? undefined : eq(auditLog.targetKind, targetKind),
  targetId === undefined ? undefined : eq(auditLog.targetId, targetId),
  from === undefined ? undefined : gte(auditLog.at, from),
  to === undefined ? undefined : lt(auditLog.at, to),
];

const beyond = ([at, id]: readonly string[]): SQL | undefined =>
  at === undefined || id === undefined ? undefined : sql`(${auditLog.at}, ${auditLog.id}) < (${Number(at)}, ${id})`;
