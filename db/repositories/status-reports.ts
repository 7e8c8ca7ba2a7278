import { and, desc, eq, isNotNull, lte, sql } from 'drizzle-orm';
import type { Page, PageRequest } from '../../domain/shared/page';
import type { Instant } from '../../domain/shared/time';
import { nextStep, type ReportKind, type ReportUpdate, type StatusReport } from '../../domain/status-page/report';
import type { Db } from '../client';
import { statusReports, statusReportUpdates } from '../schema';
import type { Statement } from './batch';
import { groupBy, inIds, listPage } from './listing';

type Row = typeof statusReports.$inferSelect;
export type ReportWithUpdates = { report: StatusReport; updates: ReportUpdate[] };

const toReport = ({ stepAt: _step, ...report }: Row): StatusReport => report;
const toRow = (report: StatusReport): Row => ({
  ...report,
  components: [...report.components],
  stepAt: nextStep(report)?.at ?? null,
});

async function withUpdates(db: Db, reports: StatusReport[]): Promise<ReportWithUpdates[]> {
  const ids = reports.map(({ id }) => id);
  const updates = await db
    .select()
    .from(statusReportUpdates)
    .where(inIds(statusReportUpdates.reportId, ids))
    .orderBy(statusReportUpdates.at, statusReportUpdates.id);
  const groups = groupBy(updates, ({ reportId }) => reportId);
  return reports.map((report) => ({ report, updates: groups.get(report.id) ?? [] }));
}

export async function findReport(db: Db, pageId: string, id: string): Promise<ReportWithUpdates | null> {
  const rows = await db
    .select()
    .from(statusReports)
    .where(and(eq(statusReports.id, id), eq(statusReports.pageId, pageId)));
  return (await withUpdates(db, rows.map(toReport)))[0] ?? null;
}

/** Of one page, the latest first. */
export async function listReports(
  db: Db,
  pageId: string,
  { kind, ...page }: PageRequest & { kind?: ReportKind | undefined },
): Promise<Page<ReportWithUpdates> | null> {
  const where = and(eq(statusReports.pageId, pageId), kind ? eq(statusReports.kind, kind) : undefined);
  const found = await listPage(db, statusReports, [statusReports.startsAt, statusReports.id], page, where, true);
  return found && { ...found, data: await withUpdates(db, found.data.map(toReport)) };
}

/** Other words for a report that nobody has read yet, which has one update. */
export const rewriteDraft = (db: Db, reportId: string, body: string): Statement =>
  db.update(statusReportUpdates).set({ body }).where(eq(statusReportUpdates.reportId, reportId));

/** What was reported of one incident on any page, drafts too, the latest first. */
export const reportsOfIncident = (
  db: Db,
  incidentId: string,
): Promise<Pick<StatusReport, 'id' | 'pageId' | 'title' | 'status' | 'publishedAt'>[]> => {
  const { id, pageId, title, status, publishedAt, startsAt } = statusReports;
  return db
    .select({ id, pageId, title, status, publishedAt })
    .from(statusReports)
    .where(eq(statusReports.incidentId, incidentId))
    .orderBy(desc(startsAt), desc(id))
    .limit(20);
};

/** What visitors see, the latest first, at most `limit`. */
export async function publishedReports(db: Db, pageId: string, limit: number): Promise<ReportWithUpdates[]> {
  const rows = await db
    .select()
    .from(statusReports)
    .where(and(eq(statusReports.pageId, pageId), isNotNull(statusReports.publishedAt)))
    .orderBy(desc(statusReports.startsAt), desc(statusReports.id))
    .limit(limit);
  return withUpdates(db, rows.map(toReport));
}

/** Reports of which the time makes something by itself, the longest due first. */
export async function dueReports(db: Db, now: Instant, limit: number): Promise<StatusReport[]> {
  const rows = await db
    .select()
    .from(statusReports)
    .where(lte(statusReports.stepAt, now))
    .orderBy(statusReports.stepAt)
    .limit(limit);
  return rows.map(toReport);
}

/** When the next report of a page does something by itself; null: none will. */
export async function nextReportStep(db: Db, pageId: string): Promise<Instant | null> {
  const [row] = await db
    .select({ at: sql<number | null>`min(${statusReports.stepAt})` })
    .from(statusReports)
    .where(eq(statusReports.pageId, pageId));
  return row?.at ?? null;
}

export const insertReport = (db: Db, report: StatusReport): Statement => db.insert(statusReports).values(toRow(report));

export const updateReport = (db: Db, report: StatusReport): Statement =>
  db.update(statusReports).set(toRow(report)).where(eq(statusReports.id, report.id));

/** Writing it again changes nothing: what the time does has an id of its own. */
export const insertReportUpdate = (db: Db, update: ReportUpdate): Statement =>
  db
    .insert(statusReportUpdates)
    .values({ ...update, components: [...update.components] })
    .onConflictDoNothing();

/** A draft's first update is dated when it is published. */
export const dateUpdates = (db: Db, reportId: string, at: Instant): Statement =>
  db.update(statusReportUpdates).set({ at }).where(eq(statusReportUpdates.reportId, reportId));

export const deleteReport = (db: Db, id: string): Statement => db.delete(statusReports).where(eq(statusReports.id, id));
