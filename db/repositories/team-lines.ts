import { sql } from 'drizzle-orm';
import type { Db } from '../client';

/** What a list says of a team besides its name. `paged` counts the active members who get the team's pages. */
export type TeamLine = { id: string; lead: string | null; members: number; paged: number; services: number };

/** Of these teams, in no order. */
export const teamLines = (db: Db, ids: readonly string[]): Promise<TeamLine[]> =>
  db.all<TeamLine>(sql`
    SELECT team.id, lead.name AS lead,
      (SELECT count(*) FROM team_members WHERE team_id = team.id) AS members,
      (SELECT count(*) FROM team_members member JOIN users person ON person.id = member.user_id
        WHERE member.team_id = team.id AND member.receive_notifications AND person.status = 'ACTIVE') AS paged,
      (SELECT count(*) FROM services WHERE team_id = team.id AND deleted_at IS NULL) AS services
    FROM teams team LEFT JOIN users lead ON lead.id = team.lead_id
    WHERE team.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`);
