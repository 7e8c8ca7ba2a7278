import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Seer } from '../../domain/access/seer';
import type { Db } from '../client';
import { incidents } from '../schema';

/** True for incidents that somebody has to do with: by name, by their teams, by a page, or because they watch. */
export const isInvolved = (id: string | SQL): SQL => sql`(
  ${incidents.assigneeId} = ${id}
  OR ${incidents.createdBy} = ${id}
  OR ${incidents.teamId} IN (${teamsOf(id)})
  OR (${incidents.assigneeKind} = 'TEAM' AND ${incidents.assigneeId} IN (${teamsOf(id)}))
  OR EXISTS (SELECT 1 FROM notifications n WHERE n.incident_id = ${incidents.id} AND n.user_id = ${id})
  OR EXISTS (SELECT 1 FROM incident_watchers w WHERE w.incident_id = ${incidents.id} AND w.user_id = ${id}))`;

const teamsOf = (userId: string | SQL): SQL =>
  sql`SELECT team_id FROM team_members WHERE user_id = ${userId} UNION ALL SELECT id FROM teams WHERE lead_id = ${userId}`;

/** What a seer may find in any list; undefined where that is everything. */
export function visibleTo({ sees, id }: Seer): SQL | undefined {
  if (sees === 'all') return undefined;
  const isPublic = sql`${incidents.visibility} = 'PUBLIC'`;
  return id === null ? isPublic : sql`(${isPublic} OR ${isInvolved(id)})`;
}

/** Whether one incident is somebody's business. */
export async function isInvolvedIn(db: Db, incidentId: string, id: string): Promise<boolean> {
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(and(eq(incidents.id, incidentId), isInvolved(id)));
  return rows.length > 0;
}

/** Those of these people who have nothing to do with a private incident; administrators see it anyway. */
export async function hiddenFrom(db: Db, incidentId: string, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await db.all<{ id: string }>(sql`
    SELECT person.id AS id FROM users person, ${incidents}
    WHERE person.id IN (SELECT value FROM json_each(${JSON.stringify(userIds)})) AND ${incidents.id} = ${incidentId}
      AND (person.role = 'ADMIN' OR ${isInvolved(sql`person.id`)})`);
  const seeing = new Set(rows.map(({ id }) => id));
  return new Set(userIds.filter((id) => !seeing.has(id)));
}

/** Those of these incidents that a seer may not find. */
export async function hiddenAmong(db: Db, incidentIds: readonly string[], seer: Seer): Promise<Set<string>> {
  const visible = visibleTo(seer);
  if (!visible || incidentIds.length === 0) return new Set();
  const rows = await db
    .select({ id: incidents.id })
    .from(incidents)
    .where(sql`${incidents.id} IN (SELECT value FROM json_each(${JSON.stringify(incidentIds)})) AND NOT ${visible}`);
  return new Set(rows.map(({ id }) => id));
}

/**
 * Those of these messages and pages that tell of an incident which a seer may not find: pages by their incident, what
 * watchers and people who were mentioned are told by whom it was for.
 */
export async function hiddenMessages(db: Db, ids: readonly string[], seer: Seer): Promise<Set<string>> {
  const visible = visibleTo(seer);
  if (!visible || ids.length === 0) return new Set();
  const asked = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await db.all<{ id: string }>(sql`
    SELECT n.id AS id FROM notifications n JOIN ${incidents} ON ${incidents.id} = n.incident_id
      WHERE n.id IN ${asked} AND NOT ${visible}
    UNION ALL
    SELECT m.id FROM messages m
      WHERE m.id IN ${asked} AND m.kind IN ('incident-news', 'mention', 'low-digest') AND m.user_id <> ${seer.id ?? ''}`);
  return new Set(rows.map(({ id }) => id));
}
