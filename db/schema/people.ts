import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { ROLES, TEAM_ROLES, USER_STATUSES } from '../../domain/access/roles';
import { URGENCIES } from '../../domain/incident/incident';
import { CHANNELS } from '../../domain/notification/channels';

export const users = sqliteTable(
  'users',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    /** Lower case. */
    email: text('email').notNull(),
    role: text('role', { enum: ROLES }).notNull(),
    status: text('status', { enum: USER_STATUSES }).notNull(),
    timezone: text('timezone').notNull(),
    locale: text('locale').notNull().default('en'),
    /** Argon2id in PHC form; null until a password is set. */
    passwordHash: text('password_hash'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [uniqueIndex('users_email').on(t.email), index('users_name_key').on(t.nameKey, t.id)],
);

export const teams = sqliteTable(
  'teams',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    leadId: text('lead_id').references(() => users.id),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('teams_name_key').on(t.nameKey, t.id), index('teams_lead').on(t.leadId)],
);

export const teamMembers = sqliteTable(
  'team_members',
  {
    teamId: text('team_id')
      .notNull()
      .references(() => teams.id, { onDelete: 'cascade' }),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    role: text('role', { enum: TEAM_ROLES }).notNull(),
    receiveNotifications: integer('receive_notifications', { mode: 'boolean' }).notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.teamId, t.userId] }), index('team_members_user').on(t.userId)],
);

export const contactMethods = sqliteTable(
  'contact_methods',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    kind: text('kind', { enum: CHANNELS }).notNull(),
    value: text('value').notNull(),
    verifiedAt: integer('verified_at'),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('contact_methods_user').on(t.userId, t.createdAt), index('contact_methods_value').on(t.kind, t.value)],
);

export const notificationRules = sqliteTable(
  'notification_rules',
  {
    id: text('id').primaryKey(),
    userId: text('user_id')
      .notNull()
      .references(() => users.id),
    urgency: text('urgency', { enum: URGENCIES }).notNull(),
    contactMethodId: text('contact_method_id')
      .notNull()
      .references(() => contactMethods.id, { onDelete: 'cascade' }),
    delayMinutes: integer('delay_minutes').notNull(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('notification_rules_user').on(t.userId, t.urgency, t.delayMinutes)],
);
