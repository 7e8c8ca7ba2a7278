import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { END_ACTIONS, TARGET_KINDS, type Target } from '../../domain/escalation/policy';
import type { StepHours } from '../../domain/escalation/working-hours';
import type { Urgency } from '../../domain/incident/incident';
import type { FieldMapping } from '../../domain/ingest/mapping';
import type { RoutingRule } from '../../domain/ingest/routing/rule';
import type { SealedSecret } from '../../domain/integration/settings';
import type { Channel } from '../../domain/notification/channels';
import type { ServiceSettings } from '../../domain/plan/plan';
import { teams } from './people';

export const escalationPolicies = sqliteTable(
  'escalation_policies',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    /** Extra cycles after the first. */
    repeat: integer('repeat').notNull().default(0),
    repeatAfterSeconds: integer('repeat_after_seconds').notNull().default(300),
    endAction: text('end_action', { enum: END_ACTIONS }).notNull().default('stop'),
    lastResort: text('last_resort', { mode: 'json' }).notNull().$type<Target[]>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [index('escalation_policies_name_key').on(t.nameKey, t.id)],
);

export const escalationSteps = sqliteTable(
  'escalation_steps',
  {
    id: text('id').primaryKey(),
    policyId: text('policy_id')
      .notNull()
      .references(() => escalationPolicies.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    delaySeconds: integer('delay_seconds').notNull(),
    /** Null: every channel that the person's rules name. */
    channels: text('channels', { mode: 'json' }).$type<Channel[]>(),
    /** Null: every urgency. */
    urgencies: text('urgencies', { mode: 'json' }).$type<Urgency[]>(),
    /** Null: always. */
    hours: text('hours', { mode: 'json' }).$type<StepHours>(),
    roundRobin: integer('round_robin', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [uniqueIndex('escalation_steps_position').on(t.policyId, t.position)],
);

export const escalationTargets = sqliteTable(
  'escalation_targets',
  {
    stepId: text('step_id')
      .notNull()
      .references(() => escalationSteps.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    kind: text('kind', { enum: TARGET_KINDS }).notNull(),
    targetId: text('target_id').notNull(),
    leadOnly: integer('lead_only', { mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.stepId, t.position] }), index('escalation_targets_target').on(t.kind, t.targetId)],
);

export const services = sqliteTable(
  'services',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    description: text('description'),
    teamId: text('team_id').references(() => teams.id),
    escalationPolicyId: text('escalation_policy_id').references(() => escalationPolicies.id),
    slackChannel: text('slack_channel'),
    runbookUrl: text('runbook_url'),
    settings: text('settings', { mode: 'json' }).notNull().$type<ServiceSettings>(),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    /** Set instead of deleting while incidents refer to it. */
    deletedAt: integer('deleted_at'),
  },
  (t) => [
    index('services_name_key').on(t.nameKey, t.id),
    index('services_policy').on(t.escalationPolicyId),
    index('services_team').on(t.teamId),
  ],
);

export const integrations = sqliteTable(
  'integrations',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    /** `name` as `foldText` has it, written with it by the repository. */
    nameKey: text('name_key').notNull().default(''),
    type: text('type').notNull(),
    serviceId: text('service_id')
      .notNull()
      .references(() => services.id),
    /** The first part of the key: the name of the integration's inbox. */
    inbox: text('inbox').notNull(),
    /** SHA-256 of the rest of the key, hex. The key itself is shown once and not kept. */
    secretHash: text('secret_hash').notNull(),
    enabled: integer('enabled', { mode: 'boolean' }).notNull().default(true),
    /** After a rotation the hash of the key before, which works until `previousKeyEndsAt`. */
    previousSecretHash: text('previous_secret_hash'),
    previousKeyEndsAt: integer('previous_key_ends_at'),
    /** Signing secrets, sealed, newest first; `until` null: it stands. Empty: the key alone is the credential. */
    signing: text('signing', { mode: 'json' }).notNull().default([]).$type<SealedSecret[]>(),
    routingRules: text('routing_rules', { mode: 'json' }).notNull().default([]).$type<RoutingRule[]>(),
    fieldMapping: text('field_mapping', { mode: 'json' }).$type<FieldMapping>(),
    /** After so long without an event an incident says that nothing is heard; null: silence is fine. */
    silenceAlarmMinutes: integer('silence_alarm_minutes'),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
  },
  (t) => [
    uniqueIndex('integrations_inbox').on(t.inbox),
    index('integrations_service_name').on(t.serviceId, t.nameKey, t.id),
    index('integrations_name_key').on(t.nameKey, t.id),
  ],
);

/**
 * Which inbox holds which version of the paging plan (SEMANTICS 28). The sweep compiles again whatever is behind
 * the configuration's version, and pushes where the hash differs.
 */
export const planConfirmations = sqliteTable(
  'plan_confirmations',
  {
    inbox: text('inbox').primaryKey(),
    serviceId: text('service_id').notNull(),
    version: integer('version').notNull(),
    hash: text('hash').notNull(),
    confirmedAt: integer('confirmed_at').notNull(),
    /** For poking inboxes in rotation (SEMANTICS 21). */
    pokedAt: integer('poked_at').notNull().default(0),
  },
  (t) => [index('plan_confirmations_version').on(t.version), index('plan_confirmations_poked').on(t.pokedAt)],
);
