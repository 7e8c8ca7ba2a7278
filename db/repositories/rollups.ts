import { type SQL, sql } from 'drizzle-orm';
import type { Cell } from '../../domain/analytics/cell';
import type { Period } from '../../domain/analytics/day';
import type { Narrowed } from '../../domain/analytics/filter';
import type { Db } from '../client';
import { rollups } from '../schema';
import type { Statement } from './batch';
import type { DayOfService } from './incident-facts';

/** D1 takes a bound text of at most 2 MB; the measures of a busy day of a service can be some 50 KB. */
const PER_STATEMENT = 30;

const among = (pairs: readonly DayOfService[]): SQL =>
  sql`(${rollups.day}, ${rollups.serviceId}) IN
    (SELECT value ->> 'day', value ->> 'serviceId' FROM json_each(${JSON.stringify(pairs)}))`;

const toCell = ({ teamId, priority, ...cell }: typeof rollups.$inferSelect): Cell => ({
  ...cell,
  teamId: teamId || null,
  priority: priority === '' ? null : priority,
});

/** The cells of these days of services as they stand. */
export const cellsOfDays = async (db: Db, pairs: readonly DayOfService[]): Promise<Cell[]> =>
  (await db.select().from(rollups).where(among(pairs))).map(toCell);

/** The cells of these days of services as they are to be, in place of those of before. */
export function replaceCells(db: Db, pairs: readonly DayOfService[], cells: readonly Cell[]): Statement[] {
  const statements: Statement[] = [db.delete(rollups).where(among(pairs))];
  for (let i = 0; i < cells.length; i += PER_STATEMENT) {
    const part = cells.slice(i, i + PER_STATEMENT);
    statements.push(
      db.insert(rollups).select(sql`
        SELECT value ->> 'day', value ->> 'serviceId', coalesce(value ->> 'teamId', ''), value ->> 'urgency',
          coalesce(value ->> 'priority', ''), value -> 'measures' FROM json_each(${JSON.stringify(part)}) WHERE true`),
    );
  }
  return statements;
}

/** Every cell of a period under a filter. */
export async function cellsIn(db: Db, { from, to }: Period, filter: Narrowed): Promise<Cell[]> {
  const conditions: SQL[] = [sql`${rollups.day} >= ${from}`, sql`${rollups.day} < ${to}`];
  if (filter.serviceId) conditions.push(sql`${rollups.serviceId} = ${filter.serviceId}`);
  if (filter.teamId) conditions.push(sql`${rollups.teamId} = ${filter.teamId} AND team_id <> ''`);
  if (filter.urgency) conditions.push(sql`${rollups.urgency} = ${filter.urgency}`);
  if (filter.priority) conditions.push(sql`${rollups.priority} = ${filter.priority}`);
  const rows = await db.select().from(rollups).where(sql.join(conditions, sql` AND `));
  return rows.map(toCell);
}
