import { type SQL, sql } from 'drizzle-orm';
import type { Seer } from '../../domain/access/seer';
import { incidents } from '../schema';

/** True for incidents that somebody has to do with: by name, by their teams, by a page, or because they watch. */
export const isInvolved = (id: string): SQL => sql`(
  ${incidents.assigneeId} = ${id}
  OR ${incidents.createdBy} = ${id}
  OR ${incidents.teamId} IN (${teamsOf(id)})
  OR (${incidents.assigneeKind} = 'TEAM' AND ${incidents.assigneeId} IN (${teamsOf(id)}))
  OR ${incidents.id} IN (SELECT incident_id FROM notifications WHERE user_id = ${id})
  OR ${incidents.id} IN (SELECT incident_id FROM incident_watchers WHERE user_id = ${id}))`;

const teamsOf = (userId: string): SQL =>
  sql`SELECT team_id FROM team_members WHERE user_id = ${userId} UNION ALL SELECT id FROM teams WHERE lead_id = ${userId}`;

/** What a seer may find in any list; undefined where that is everything. */
export function visibleTo({ sees, id }: Seer): SQL | undefined {
  if (sees === 'all') return undefined;
  const isPublic = sql`${incidents.visibility} = 'PUBLIC'`;
  return id === null ? isPublic : sql`(${isPublic} OR ${isInvolved(id)})`;
}
