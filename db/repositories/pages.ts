import { sql } from 'drizzle-orm';
import type { Db } from '../client';

export type PageRow = { user: string; channel: string; state: string; step: number };

const AT_MOST = 500;

/** Who was paged for each of these incidents, in order of time. Private incidents are left out (SEMANTICS 17). */
export async function pagesByIncident(db: Db, incidentIds: readonly string[]): Promise<Map<string, PageRow[]>> {
  const pages = new Map<string, PageRow[]>();
  if (incidentIds.length === 0) return pages;
  const rows = await db.all<PageRow & { incident: string }>(sql`
    SELECT n.incident_id AS incident, n.user_name AS user, n.channel AS channel, n.state AS state, n.step AS step
    FROM notifications n JOIN incidents i ON i.id = n.incident_id
    WHERE n.incident_id IN (SELECT value FROM json_each(${JSON.stringify(incidentIds)})) AND i.visibility = 'PUBLIC'
    ORDER BY n.created_at, n.id LIMIT ${AT_MOST}`);
  for (const { incident, ...page } of rows) pages.set(incident, [...(pages.get(incident) ?? []), page]);
  return pages;
}
