import { sql } from 'drizzle-orm';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { settings } from '../schema';
import type { Statement } from './batch';

const OWNER = 'setup-owner';
const DISMISSED = 'setup-dismissed';

/** What of the first set-up is done, as the data itself tells it. */
export type SetupFacts = {
  users: boolean;
  organisation: boolean;
  service: boolean;
  integration: boolean;
  acknowledged: boolean;
  dismissed: boolean;
  demo: boolean;
  configured: boolean;
};

const CONFIGURED = ['teams', 'services', 'escalation_policies', 'schedules', 'integrations'] as const;

const exists = (query: string) => sql.raw(`EXISTS (SELECT 1 FROM ${query})`);
const anyOf = (conditions: string[]) =>
  sql.join(
    conditions.map((condition) => exists(condition)),
    sql` OR `,
  );

/** All of it in one question. */
export async function setupFacts(db: Db): Promise<SetupFacts> {
  const [row] = await db.all<Record<keyof SetupFacts, number>>(sql`SELECT
    ${exists('users')} AS users,
    ${exists("settings WHERE key = 'organisation'")} AS organisation,
    ${exists('services WHERE deleted_at IS NULL AND escalation_policy_id IS NOT NULL')} AS service,
    ${exists('integrations')} AS integration,
    ${exists('incidents WHERE first_acknowledged_at IS NOT NULL')} AS acknowledged,
    ${exists(`settings WHERE key = '${DISMISSED}'`)} AS dismissed,
    (${anyOf(["users WHERE instr(id, '_demo_') > 0", "services WHERE instr(id, '_demo_') > 0 AND deleted_at IS NULL"])}) AS demo,
    (${anyOf(CONFIGURED.map((table) => (table === 'services' ? 'services WHERE deleted_at IS NULL' : table)))}) AS configured`);
  const isTrue = (name: keyof SetupFacts): boolean => row?.[name] === 1;
  return {
    users: isTrue('users'),
    organisation: isTrue('organisation'),
    service: isTrue('service'),
    integration: isTrue('integration'),
    acknowledged: isTrue('acknowledged'),
    dismissed: isTrue('dismissed'),
    demo: isTrue('demo'),
    configured: isTrue('configured'),
  };
}

/** Fails the batch it stands in when somebody else has become the owner meanwhile. */
export const claimOwner = (db: Db, userId: string, now: Instant): Statement =>
  db.insert(settings).values({ key: OWNER, value: userId, updatedAt: now });

/** Forgets a claim of an owner who is gone, for the batch that makes the next one. */
export const freeOwner = (db: Db): Statement =>
  db.delete(settings).where(sql`${settings.key} = ${OWNER} AND NOT EXISTS (SELECT 1 FROM users)`);

export const putSetupDismissed = (db: Db, now: Instant): Statement =>
  db.insert(settings).values({ key: DISMISSED, value: true, updatedAt: now }).onConflictDoNothing();
