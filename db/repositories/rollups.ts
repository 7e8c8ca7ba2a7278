import { type SQL, sql } from 'drizzle-orm';
import type { Cell } from '../../domain/analytics/cell';
import type { Period } from '../../domain/analytics/day';
import { spanOf } from '../../domain/analytics/span';
import type { Db } from '../client';
import { rollups } from '../schema';
import type { Statement } from './batch';
import type { DayOfService } from './incident-facts';
import { dropSpans } from './rollup-spans';

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
  const statements: Statement[] = [
    db.delete(rollups).where(among(pairs)),
    dropSpans(
      db,
      pairs.map(({ day }) => spanOf(day)),
    ),
  ];
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

/** Every cell of a period, as it stands day by day. */
export const cellsIn = async (db: Db, { from, to }: Period): Promise<Cell[]> =>
  (await db.select().from(rollups).where(sql`${rollups.day} >= ${from} AND ${rollups.day} < ${to}`)).map(toCell);
