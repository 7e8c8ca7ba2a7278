import { sql } from 'drizzle-orm';
import type { TargetKind } from '../../domain/escalation/policy';
import type { Db } from '../client';

/** What a change of configuration was about. */
export type Changed = { kind: TargetKind | 'POLICY'; id: string };

/**
 * The services whose plans a change may have touched: those that page the person, team or schedule through a policy
 * or are owned by the team. The organisation's last resort is in every plan, so what it names touches all of them.
 * Only decides what is pushed at once; the sweep compares every plan (SEMANTICS 28).
 */
export async function servicesReaching(db: Db, changed: Changed): Promise<string[] | 'all'> {
  if (changed.kind === 'POLICY') {
    const rows = await db.all<{ id: string }>(sql`SELECT id FROM services WHERE escalation_policy_id = ${changed.id}`);
    return rows.map(({ id }) => id);
  }
  const things = containersOf(changed.kind, changed.id);
  const rows = await db.all<{ id: string | null }>(sql`
    WITH thing(kind, id) AS (${things}),
    policy(id) AS (
      SELECT step.policy_id FROM escalation_targets target
        JOIN thing ON thing.kind = target.kind AND thing.id = target.target_id
        JOIN escalation_steps step ON step.id = target.step_id
      UNION SELECT p.id FROM escalation_policies p JOIN json_each(p.last_resort) entry
        JOIN thing ON thing.kind = json_extract(entry.value, '$.kind') AND thing.id = json_extract(entry.value, '$.id')
    )
    SELECT id FROM services
      WHERE escalation_policy_id IN (SELECT id FROM policy)
         OR team_id IN (SELECT id FROM thing WHERE kind = 'TEAM')
    UNION ALL SELECT NULL FROM settings setting JOIN json_each(setting.value) entry
        JOIN thing ON thing.kind = json_extract(entry.value, '$.kind') AND thing.id = json_extract(entry.value, '$.id')
      WHERE setting.key = 'last-resort'`);
  return rows.some(({ id }) => id === null) ? 'all' : rows.map(({ id }) => id ?? '');
}

/** The thing itself; for a person also the teams and schedules that hold them. */
const containersOf = (kind: TargetKind, id: string) =>
  kind === 'USER'
    ? sql`
      SELECT 'USER', ${id}
      UNION SELECT 'TEAM', team_id FROM team_members WHERE user_id = ${id}
      UNION SELECT 'TEAM', id FROM teams WHERE lead_id = ${id}
      UNION SELECT 'SCHEDULE', schedule_id FROM schedule_layers WHERE instr(layer, json_quote(${id})) > 0
      UNION SELECT 'SCHEDULE', schedule_id FROM schedule_overrides WHERE user_id = ${id}`
    : sql`SELECT ${kind}, ${id}`;
