import { findStatusPage } from '../../../db/repositories/status-pages';
import { insertReport, insertReportUpdate } from '../../../db/repositories/status-reports';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { CreateReportInput } from '../../../domain/status-page/input';
import { newReport } from '../../../domain/status-page/new-report';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { getIncident } from '../incident/get';
import { saveOnPage } from '../status-page/save';
import { prepareStatusPost } from '../status-subscriber/prepare-post';
import { unknownComponent } from './find';
import { holdPages } from './hold';
import { type ReportView, viewOf } from './view';

/**
 * Writes a report, and publishes it unless it is a draft. Failures: forbidden (also to hold pages), not-found (page),
 * invalid (components, incident, times).
 */
export async function createReport(
  context: Context,
  { id: pageId, ...input }: CreateReportInput & { id: string },
): Promise<Result<ReportView>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, pageId);
  if (!page) return err(notFound('status page'));
  const unknown = unknownComponent(page, input.components);
  if (unknown) return err(unknown);
  // Asked as the writer, who may name no incident that they may not see.
  const incident = input.incidentId ? await getIncident(context, { id: input.incidentId }) : null;
  if (incident && !incident.ok) return err(invalidField('incidentId', 'There is no such incident'));

  if (incident?.value.visibility === 'PRIVATE')
    return err(invalidField('incidentId', 'Of a private incident nothing is told'));

  const startsAt = input.startsAt ?? now;
  const held =
    input.kind === 'maintenance' && input.holdPages
      ? await holdPages(context, page, { ...input, startsAt, endsAt: input.endsAt })
      : ok(null);
  if (!held.ok) return held;

  const id = newId('statusReport', random);
  const { report, update } = newReport(input, {
    id,
    pageId,
    updateId: newId('statusUpdate', random),
    incidentId: incident?.value.id ?? null,
    maintenanceWindowId: held.value,
    now,
    by: actorRef(actor).name,
  });
  const isDraft = report.publishedAt === null;
  const post = isDraft ? null : await prepareStatusPost(context, page, { report, updates: [update] }, update);
  await saveOnPage(context, pageId, {
    action: 'status-report.create',
    targetKind: 'status-report',
    targetId: id,
    after: { ...report, body: update.body },
    statements: [insertReport(db, report), insertReportUpdate(db, update), ...(post?.statements ?? [])],
  });
  post?.enqueueSoon();
  return ok(viewOf({ report, updates: [update] }));
}
