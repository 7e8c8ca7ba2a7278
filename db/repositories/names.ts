import { sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Db } from '../client';
import { escalationPolicies, schedules, services, teams, users } from '../schema';
import { inIds } from './listing';
import type { ReferenceKind } from './references';

const TABLES = { USER: users, TEAM: teams, SCHEDULE: schedules, POLICY: escalationPolicies, SERVICE: services };

export type Named = { id: string; name: string };

/** Id and name of those among `ids` that exist; of a deleted service, too. */
export async function namesOf(db: Db, kind: ReferenceKind, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const { id, name } = TABLES[kind];
  return db
    .select({ id, name })
    .from(TABLES[kind] as SQLiteTable)
    .where(inIds(id, [...new Set(ids)]));
}

/** The services that page by each of these policies, by name. */
export const servicesOfPolicies = (db: Db, ids: readonly string[]): Promise<(Named & { policyId: string })[]> =>
  db.all(sql`
    SELECT id, name, escalation_policy_id AS policyId FROM services
    WHERE deleted_at IS NULL AND escalation_policy_id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    ORDER BY name_key, id`);
