import { findAnnouncement, updateAnnouncement as updateRow } from '../../../db/repositories/status-announcements';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { UpdateAnnouncementInput } from '../../../domain/status-page/input';
import type { StatusAnnouncement } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { given } from '../config/given';
import { saveOnPage } from '../status-page/save';
import { endProblem } from './end-problem';

/** Changes an announcement; what is left out stays. Failures: forbidden, not-found, invalid. */
export async function updateAnnouncement(
  context: Context,
  { id, announcementId, ...input }: UpdateAnnouncementInput & { id: string; announcementId: string },
): Promise<Result<StatusAnnouncement>> {
  const { actor, db, now } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const before = await findAnnouncement(db, id, announcementId);
  if (!before) return err(notFound('announcement'));
  const after = { ...before, ...given(input), updatedAt: now };
  const problem = endProblem(after);
  if (problem) return err(problem);
  await saveOnPage(context, id, {
    action: 'status-announcement.update',
    targetKind: 'status-announcement',
    targetId: announcementId,
    before,
    after,
    statements: [updateRow(db, after)],
  });
  return ok(after);
}
