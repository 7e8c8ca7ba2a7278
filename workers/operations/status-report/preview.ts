import type * as z from 'zod';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import { DAY } from '../../../domain/shared/time';
import type { previewReportInput } from '../../../domain/status-page/input';
import { newReport } from '../../../domain/status-page/new-report';
import type { StatusDocument } from '../../../domain/status-page/render/layout';
import { statusesOf } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { previewOf } from '../status-page/preview';

/**
 * The page as it would be with a report that is being written, without storing anything. Work without a time yet is
 * shown as planned for tomorrow. Failures: forbidden, not-found.
 */
export async function previewReport(
  context: Context,
  { id, ...input }: z.output<typeof previewReportInput> & { id: string },
): Promise<Result<StatusDocument>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const page = await findStatusPage(db, id);
  if (!page) return err(notFound('status page'));
  const isWork = input.kind === 'maintenance';
  const startsAt = input.startsAt ?? (isWork ? now + DAY : now);
  const status = input.status && statusesOf(input.kind).includes(input.status) ? input.status : undefined;
  const shown = { ...input, status, startsAt, endsAt: input.endsAt ?? startsAt + DAY, draft: false, publishAt: null };
  const none = { incidentId: null, maintenanceWindowId: null };
  const ids = { id: 'rep_preview', pageId: id, updateId: 'upd_preview' };
  const { report, update } = newReport(shown, { ...ids, ...none, now, by: actorRef(actor).name });
  return ok(await previewOf(context, page, { report, updates: [update] }));
}
