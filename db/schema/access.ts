import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { ActorRef } from '../../domain/access/actor';
import type { Scope } from '../../domain/access/roles';
import { contactMethods, users } from './people';

export const apiKeys = sqliteTable(
  'api_keys',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** SHA-256 of the whole key, hex; the key is shown once. */
    hash: text('hash').notNull(),
    scopes: text('scopes', { mode: 'json' }).notNull().$type<Scope[]>(),
    createdBy: text('created_by'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at'),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [uniqueIndex('api_keys_hash').on(t.hash), index('api_keys_created').on(t.createdAt, t.id)],
);

export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    userAgent: text('user_agent'),
    ip: text('ip'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [index('sessions_user').on(t.userId, t.createdAt), index('sessions_expires').on(t.expiresAt)],
);

export const auditLog = sqliteTable(
  'audit_log',
  {
    id: text('id').primaryKey(),
    at: integer('at').notNull(),
    actor: text('actor', { mode: 'json' }).notNull().$type<ActorRef>(),
    origin: text('origin').notNull(),
    ip: text('ip'),
    requestId: text('request_id'),
    /** "service.create", "api-key.revoke": noun and verb. */
    action: text('action').notNull(),
    targetKind: text('target_kind').notNull(),
    targetId: text('target_id').notNull(),
    before: text('before', { mode: 'json' }).$type<Record<string, unknown>>(),
    after: text('after', { mode: 'json' }).$type<Record<string, unknown>>(),
  },
  (t) => [index('audit_log_at').on(t.at, t.id), index('audit_log_target').on(t.targetKind, t.targetId, t.at)],
);

/** One-time links that stand for a person: an invitation to set a password, or a forgotten one. Only hashes are kept. */
export const accessTokens = sqliteTable(
  'access_tokens',
  {
    id: text('id').primaryKey(),
    kind: text('kind', { enum: ['invitation', 'password-reset'] }).notNull(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    /** SHA-256 of the token, hex. */
    hash: text('hash').notNull(),
    createdBy: text('created_by'),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    usedAt: integer('used_at'),
  },
  (t) => [uniqueIndex('access_tokens_hash').on(t.hash), index('access_tokens_user').on(t.userId, t.kind, t.createdAt)],
);

/** A code sent to a contact method, to prove that it reaches its owner. At most a few tries each. */
export const verificationCodes = sqliteTable('verification_codes', {
  contactMethodId: text('contact_method_id')
    .primaryKey()
    .references(() => contactMethods.id, { onDelete: 'cascade' }),
  hash: text('hash').notNull(),
  tries: integer('tries').notNull().default(0),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** What a POST with an Idempotency-Key was answered, for 24 hours (SEMANTICS 22). `id` hashes actor, route and key. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    id: text('id').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    /** Null while the first request is still under way. */
    status: integer('status'),
    response: text('response'),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [index('idempotency_keys_created').on(t.createdAt)],
);
