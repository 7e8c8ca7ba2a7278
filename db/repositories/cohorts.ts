import { desc, type SQL, sql } from 'drizzle-orm';
import type { Cohort } from '../../domain/analytics/cohort';
import type { Period } from '../../domain/analytics/day';
import type { Narrowed } from '../../domain/analytics/filter';
import { QUARTER } from '../../domain/analytics/heat-map';
import { QUICK_SECONDS } from '../../domain/analytics/measures';
import type { IncidentSummary } from '../../domain/incident/view';
import { decodeCursor, type Page, toPage } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { incidentFacts, incidents } from '../schema';
import { factsWhere } from './incident-facts';
import { toSummary } from './incidents';

export type CohortFilter = Narrowed & {
  period: Period;
  cohort: Cohort;
  /** Whom it interrupted; of `acknowledged`: who did so. */
  userId?: string | undefined;
  dedupKey?: string | undefined;
  /** Only interruptions of these people that began in these quarters of an hour. */
  moments?: readonly { userId: string; at: Instant }[] | undefined;
};

/** `isIn` of the domain for stored facts. */
function cohortSql(filter: CohortFilter, now: Instant): SQL {
  const { cohort, userId } = filter;
  const f = incidentFacts;
  switch (cohort) {
    case 'all':
      return sql`1`;
    case 'acknowledged':
      return userId
        ? sql`${f.ackSeconds} IS NOT NULL AND ${f.acknowledgedBy} = ${userId}`
        : sql`${f.ackSeconds} IS NOT NULL`;
    case 'resolved':
      return sql`${f.resolveSeconds} IS NOT NULL`;
    case 'ack-met':
      return sql`${f.ackStoppedAt} <= ${f.ackDueAt}`;
    case 'ack-missed':
      return sql`coalesce(${f.ackStoppedAt}, ${now}) > ${f.ackDueAt}`;
    case 'resolve-met':
      return sql`${f.resolvedAt} <= ${f.resolveDueAt}`;
    case 'resolve-missed':
      return sql`coalesce(${f.resolvedAt}, ${now}) > ${f.resolveDueAt}`;
    case 'escalated':
      return sql`${f.escalated}`;
    case 'reopened':
      return sql`${f.reopened}`;
    case 'auto-resolved':
      return sql`${f.autoResolved}`;
    case 'never-acknowledged':
      return sql`${f.ackSeconds} IS NULL AND ${f.resolveSeconds} IS NOT NULL`;
    case 'quick-resolved':
      return sql`${f.autoResolved} AND ${f.resolveSeconds} < ${QUICK_SECONDS}`;
    case 'interrupting':
    case 'business-hours':
    case 'off-hours':
    case 'after-hours':
    case 'sleep-hours':
      return sql`${interruptionsOf(filter)} > 0`;
  }
}

/** How often each incident interrupted somebody (`userId`: them) in the hours of the cohort; of others in any. */
function interruptionsOf({ cohort, userId, moments }: CohortFilter): SQL<number> {
  const hours: Partial<Record<Cohort, SQL>> = {
    'business-hours': sql` AND value ->> 'hours' = 'business'`,
    'off-hours': sql` AND value ->> 'hours' = 'off'`,
    'after-hours': sql` AND value ->> 'hours' <> 'business'`,
    'sleep-hours': sql` AND value ->> 'hours' = 'sleep'`,
  };
  const whose = userId ? sql` AND value ->> 'userId' = ${userId}` : sql``;
  const when = moments
    ? sql` AND (value ->> 'userId', CAST((value ->> 'at') / ${QUARTER} AS INTEGER) * ${QUARTER}) IN
        (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(moments.map(({ userId, at }) => [userId, at]))}))`
    : sql``;
  return sql<number>`(SELECT count(*) FROM json_each(${incidentFacts.interruptions}) WHERE true${hours[cohort] ?? sql``}${whose}${when})`;
}

function conditionsOf(asked: CohortFilter, now: Instant): SQL {
  const { period, dedupKey, ...filter } = asked;
  const key = dedupKey === undefined ? sql`1` : sql`${incidentFacts.dedupKey} = ${dedupKey}`;
  return sql`${factsWhere(period, filter)} AND (${cohortSql(asked, now)}) AND ${key}`;
}

export type CohortCounts = { incidents: number; interruptions: number };

/** How many there are, and how often they interrupted somebody in the hours that were asked for. */
export async function countCohort(db: Db, filter: CohortFilter, now: Instant): Promise<CohortCounts> {
  const [row] = await db
    .select({
      incidents: sql<number>`count(*)`,
      interruptions: sql<number>`coalesce(sum(${interruptionsOf(filter)}), 0)`,
    })
    .from(incidentFacts)
    .where(conditionsOf(filter, now));
  return row ?? { incidents: 0, interruptions: 0 };
}

export type CohortIncident = IncidentSummary & { ackSeconds: number | null; resolveSeconds: number | null };

/** A page of them, the newest first. Null for a cursor that this list did not give out. */
export async function listCohort(
  db: Db,
  filter: CohortFilter,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
  now: Instant,
): Promise<Page<CohortIncident> | null> {
  const after = cursor === undefined ? [] : decodeCursor(cursor, 2);
  if (after === null) return null;
  const beyond =
    after.length === 0
      ? sql`1`
      : sql`(${incidentFacts.openedAt}, ${incidentFacts.id}) < (${Number(after[0])}, ${after[1] ?? ''})`;
  const rows = await db
    .select({
      row: incidents,
      ackSeconds: incidentFacts.ackSeconds,
      resolveSeconds: incidentFacts.resolveSeconds,
    })
    .from(incidentFacts)
    .innerJoin(incidents, sql`${incidents.id} = ${incidentFacts.id}`)
    .where(sql`${conditionsOf(filter, now)} AND ${beyond}`)
    .orderBy(desc(incidentFacts.openedAt), desc(incidentFacts.id))
    .limit(limit + 1);
  const found = rows.map(({ row, ...times }) => ({ ...toSummary(row), ...times }));
  return toPage(found, limit, (one) => [String(one.openedAt), one.id]);
}
