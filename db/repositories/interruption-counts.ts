import { sql } from 'drizzle-orm';
import type { Period } from '../../domain/analytics/day';
import type { Narrowed } from '../../domain/analytics/filter';
import { type InterruptionCount, QUARTER } from '../../domain/analytics/heat-map';
import type { Db } from '../client';
import { factsWhere } from './incident-facts';

/** How often each person (or one) was interrupted in each quarter of an hour of a period, under a filter. */
export const interruptionCounts = (
  db: Db,
  period: Period,
  filter: Narrowed,
  userId?: string,
): Promise<InterruptionCount[]> =>
  db.all<InterruptionCount>(sql`
    SELECT one.value ->> 'userId' AS userId, CAST((one.value ->> 'at') / ${QUARTER} AS INTEGER) * ${QUARTER} AS at,
      count(*) AS count
    FROM incident_facts, json_each(incident_facts.interruptions) one
    WHERE ${factsWhere(period, filter)} ${userId === undefined ? sql`` : sql`AND one.value ->> 'userId' = ${userId}`}
    GROUP BY 1, 2`);
