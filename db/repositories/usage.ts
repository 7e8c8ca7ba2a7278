import { type SQL, sql } from 'drizzle-orm';
import type { TargetKind } from '../../domain/escalation/policy';
import type { Db } from '../client';

/** What still needs a thing that somebody wants to delete. */
export type Use = {
  kind: 'service' | 'escalation-policy' | 'setting' | 'integration' | 'heartbeat' | 'incident';
  id: string;
  name: string;
};

/** Enough to name; nobody reads more. */
const MOST_NAMED = 20;

const run = (db: Db, query: SQL): Promise<Use[]> => db.all<Use>(sql`${query} LIMIT ${MOST_NAMED}`);

/** Policies whose steps or last resort page a person, team or schedule, and the organisation's last resort. */
const pagedBy = (kind: TargetKind, id: string): SQL => sql`
  SELECT DISTINCT 'escalation-policy' AS kind, policy.id, policy.name
    FROM escalation_policies policy
    JOIN escalation_steps step ON step.policy_id = policy.id
    JOIN escalation_targets target ON target.step_id = step.id
    WHERE target.kind = ${kind} AND target.target_id = ${id}
  UNION SELECT 'escalation-policy', policy.id, policy.name
    FROM escalation_policies policy JOIN json_each(policy.last_resort) entry
    WHERE json_extract(entry.value, '$.kind') = ${kind} AND json_extract(entry.value, '$.id') = ${id}
  UNION SELECT 'setting', 'last-resort', 'the last resort of the organisation'
    FROM settings setting JOIN json_each(setting.value) entry
    WHERE setting.key = 'last-resort'
      AND json_extract(entry.value, '$.kind') = ${kind} AND json_extract(entry.value, '$.id') = ${id}`;

export const usesOfSchedule = (db: Db, id: string): Promise<Use[]> => run(db, pagedBy('SCHEDULE', id));

export const usesOfTeam = (db: Db, id: string): Promise<Use[]> =>
  run(
    db,
    sql`${pagedBy('TEAM', id)}
    UNION SELECT 'service', id, name FROM services WHERE team_id = ${id} AND deleted_at IS NULL`,
  );

export const usesOfPolicy = (db: Db, id: string): Promise<Use[]> =>
  run(
    db,
    sql`SELECT 'service' AS kind, id, name FROM services WHERE escalation_policy_id = ${id} AND deleted_at IS NULL`,
  );

/** Alerts could still come in, or somebody is working on one. */
export const usesOfService = (db: Db, id: string): Promise<Use[]> =>
  run(
    db,
    sql`SELECT 'integration' AS kind, id, name FROM integrations WHERE service_id = ${id}
    UNION ALL SELECT 'heartbeat', id, name FROM heartbeats WHERE service_id = ${id}
    UNION ALL SELECT 'incident', CASE visibility WHEN 'PUBLIC' THEN id ELSE '' END,
      CASE visibility WHEN 'PUBLIC' THEN '#' || number ELSE 'private' END FROM incidents
      WHERE service_id = ${id} AND status <> 'RESOLVED'`,
  );
