import { type Actor, actorRef, type Origin } from '../../domain/access/actor';
import { maskSecrets } from '../../domain/access/mask';
import { newId, type RandomBytes } from '../../domain/shared/ids';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { auditLog } from '../schema';

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
