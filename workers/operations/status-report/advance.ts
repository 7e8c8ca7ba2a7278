import { runBatch } from '../../../db/repositories/batch';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { dueReports, findReport, insertReportUpdate, updateReport } from '../../../db/repositories/status-reports';
import { hashedId } from '../../../domain/shared/hash';
import { autoWords } from '../../../domain/status-page/auto-words';
import type { StatusPage } from '../../../domain/status-page/page';
import { nextStep, type ReportUpdate, type StatusReport, withUpdate } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { reasonOf } from '../plan/reason';
import { prepareStatusPost } from '../status-subscriber/prepare-post';
import { putOut } from './publish';

/**
 * Does what the time makes of reports by itself: publishes drafts, begins and ends planned work. A step has an id of its
 * own, so that doing it twice tells of it once. Answers the pages that are now others.
 */
export async function advanceReports(context: Context, limit: number): Promise<Set<string>> {
  const { db, now } = context;
  const due = await dueReports(db, now, limit);
  const touched = new Set<string>();
  for (const { id, pageId } of due) {
    try {
      const page = await findStatusPage(db, pageId);
      if (page) await advance(context, page, id);
      touched.add(pageId);
    } catch (error) {
      console.warn(`status report ${id} waits for the next sweep: ${reasonOf(error)}`);
    }
  }
  return touched;
}

/** Every step that is due, one after the other: what was overslept begins and ends. */
async function advance(context: Context, page: StatusPage, reportId: string): Promise<void> {
  for (let steps = 0; steps < 3; steps += 1) {
    const found = await findReport(context.db, page.id, reportId);
    const next = found && nextStep(found.report);
    if (!found || !next || next.at > context.now) return;
    if (next.step.kind === 'publish') await putOut(context, page, found);
    else await step(context, page, found.report, found.updates, next.step.kind, next.at);
  }
}

async function step(
  context: Context,
  page: StatusPage,
  before: StatusReport,
  updates: ReportUpdate[],
  kind: 'start' | 'end',
  at: number,
): Promise<void> {
  const { db } = context;
  const words = autoWords(page.language);
  const update: ReportUpdate = {
    id: hashedId('upd', [before.id, kind, at]),
    reportId: before.id,
    status: kind === 'start' ? 'in_progress' : 'completed',
    body: kind === 'start' ? words.started : words.ended,
    components: [],
    notify: updates.some(({ notify }) => notify),
    at,
    by: 'OpsKnight',
  };
  const report = withUpdate(before, update);
  const post = await prepareStatusPost(context, page, { report, updates: [...updates, update] }, update);
  await runBatch(db, [insertReportUpdate(db, update), updateReport(db, report), ...(post?.statements ?? [])]);
  post?.enqueueSoon();
}
