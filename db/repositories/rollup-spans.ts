import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { Period } from '../../domain/analytics/day';
import { type Narrowed, NONE } from '../../domain/analytics/filter';
import { type Part, partOf, SPAN_DAYS, type Span, spansWithin } from '../../domain/analytics/span';
import type { Instant } from '../../domain/shared/time';
import type { Db } from '../client';
import { rollupSpanCells, rollupSpans } from '../schema';
import type { Statement } from './batch';

type Row = Omit<Part, 'measures' | 'days'> & { day: number | null; measures: string; days: string | null };

function toPart({ day, days, teamId, priority, measures, ...row }: Row): Part {
  const key = { ...row, teamId: teamId || null, priority: priority || null };
  const read = JSON.parse(measures) as Part['measures'];
  return day === null
    ? { ...key, measures: read, days: JSON.parse(days ?? '[]') as Part['days'] }
    : partOf({ ...key, day, measures: read });
}

const narrowedTo = ({ serviceId, teamId, urgency, priority }: Narrowed): SQL =>
  sql.join(
    [
      sql`1`,
      ...(serviceId ? [sql`c.service_id = ${serviceId}`] : []),
      ...(teamId ? [teamId === NONE ? sql`c.team_id = ''` : sql`c.team_id = ${teamId} AND c.team_id <> ''`] : []),
      ...(urgency ? [sql`c.urgency = ${urgency}`] : []),
      ...(priority ? [sql`c.priority = ${priority === NONE ? '' : priority}`] : []),
    ],
    sql` AND `,
  );

const KEY = sql.raw(
  'c.service_id AS serviceId, c.team_id AS teamId, c.urgency AS urgency, c.priority AS priority, c.measures AS measures',
);

/**
 * Everything rolled up in these periods under a filter, no part in two of them. In one statement, so that spans that are
 * let go of meanwhile are read either as they were or as their days.
 */
export async function partsIn(db: Db, periods: readonly Period[], filter: Narrowed): Promise<Part[]> {
  const read = periods.map(spansWithin);
  const spans = JSON.stringify(read.flatMap((one) => one.spans));
  const edges = JSON.stringify(read.flatMap((one) => one.edges));
  const only = narrowedTo(filter);
  const rows = await db.all<Row>(sql`
    SELECT ${KEY}, c.days AS days, NULL AS day
    FROM json_each(${spans}) w CROSS JOIN rollup_spans s ON s.span = w.value AND s.is_whole
      CROSS JOIN rollup_span_cells c ON c.span = s.span
    WHERE ${only}
    UNION ALL SELECT ${KEY}, NULL, c.day
    FROM json_each(${edges}) e CROSS JOIN rollups c ON c.day >= e.value ->> 'from' AND c.day < e.value ->> 'to'
    WHERE ${only}
    UNION ALL SELECT ${KEY}, NULL, c.day
    FROM json_each(${spans}) w
      CROSS JOIN rollups c ON c.day >= w.value * ${SPAN_DAYS} AND c.day < w.value * ${SPAN_DAYS} + ${SPAN_DAYS}
    WHERE NOT EXISTS (SELECT 1 FROM rollup_spans s WHERE s.span = w.value AND s.is_whole) AND ${only}`);
  return rows.map(toPart);
}

/** At most `limit` of these spans that have days and are not added up, in the order given. */
export async function spansToAddUp(db: Db, spans: readonly Span[], limit: number): Promise<Span[]> {
  const rows = await db.all<{ span: Span }>(sql`
    SELECT w.value AS span FROM json_each(${JSON.stringify(spans)}) w
    WHERE NOT EXISTS (SELECT 1 FROM rollup_spans s WHERE s.span = w.value AND s.is_whole)
      AND EXISTS (SELECT 1 FROM rollups r WHERE r.day >= w.value * ${SPAN_DAYS} AND r.day < w.value * ${SPAN_DAYS} + ${SPAN_DAYS}) LIMIT ${limit}`);
  return rows.map(({ span }) => span);
}

/** Forgets what these spans add up to. Goes into every batch that changes a day of them. */
export const dropSpans = (db: Db, spans: readonly Span[]): Statement =>
  db
    .delete(rollupSpans)
    .where(sql`${rollupSpans.span} IN (SELECT value FROM json_each(${JSON.stringify([...new Set(spans)])}))`);

/** Says that a span is about to be read and added up; `putSpan` of the same run comes to nothing if a day changes meanwhile. */
export const claimSpan = (db: Db, span: Span, claimedAt: Instant): Statement =>
  db
    .insert(rollupSpans)
    .values({ span, claimedAt, isWhole: false })
    .onConflictDoUpdate({ target: rollupSpans.span, set: { claimedAt, isWhole: false } });

/** D1 takes at most 2 MB in one bound value. */
const PER_STATEMENT = 20;

/** What a claimed span adds up to. */
export function putSpan(db: Db, span: Span, claimedAt: Instant, parts: readonly Part[]): Statement[] {
  const mine = and(eq(rollupSpans.span, span), eq(rollupSpans.claimedAt, claimedAt));
  const isMine = sql`EXISTS (SELECT 1 FROM rollup_spans WHERE ${mine})`;
  const statements: Statement[] = [
    db.delete(rollupSpanCells).where(sql`${rollupSpanCells.span} = ${span} AND ${isMine}`),
  ];
  for (let i = 0; i < parts.length; i += PER_STATEMENT) {
    const rows = parts.slice(i, i + PER_STATEMENT).map((part, n) => ({ ...part, part: i + n }));
    statements.push(
      db.insert(rollupSpanCells).select(sql`
        SELECT ${span}, value ->> 'part', value ->> 'serviceId', coalesce(value ->> 'teamId', ''), value ->> 'urgency',
          coalesce(value ->> 'priority', ''), value -> 'measures', value -> 'days'
        FROM json_each(${JSON.stringify(rows)}) WHERE ${isMine}`),
    );
  }
  return [...statements, db.update(rollupSpans).set({ isWhole: true }).where(mine)];
}
