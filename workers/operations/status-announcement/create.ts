import { insertAnnouncement } from '../../../db/repositories/status-announcements';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { CreateAnnouncementInput } from '../../../domain/status-page/input';
import type { StatusAnnouncement } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveOnPage } from '../status-page/save';
import { endProblem } from './end-problem';

/** Puts a word above everything else on a page. Failures: forbidden, not-found, invalid (it ends before it begins). */
export async function createAnnouncement(
  context: Context,
  { id: pageId, ...input }: CreateAnnouncementInput & { id: string },
): Promise<Result<StatusAnnouncement>> {
  const { actor, db, now, random } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  if (!(await findStatusPage(db, pageId))) return err(notFound('status page'));
  const times = { startsAt: input.startsAt ?? now, createdAt: now, updatedAt: now };
  const announcement = { id: newId('statusAnnouncement', random), pageId, ...input, ...times };
  const problem = endProblem(announcement);
  if (problem) return err(problem);
  await saveOnPage(context, pageId, {
    action: 'status-announcement.create',
    targetKind: 'status-announcement',
    targetId: announcement.id,
    after: announcement,
    statements: [insertAnnouncement(db, announcement)],
  });
  return ok(announcement);
}
