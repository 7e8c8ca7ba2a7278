import { deleteAnnouncement, findAnnouncement } from '../../../db/repositories/status-announcements';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveOnPage } from '../status-page/save';

/** Takes an announcement down. Failures: forbidden, not-found. */
export async function removeAnnouncement(
  context: Context,
  { id, announcementId }: { id: string; announcementId: string },
): Promise<Result<null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'incident.respond');
  if (refusal) return err(refusal);
  const before = await findAnnouncement(db, id, announcementId);
  if (!before) return err(notFound('announcement'));
  await saveOnPage(context, id, {
    action: 'status-announcement.remove',
    targetKind: 'status-announcement',
    targetId: announcementId,
    before,
    statements: [deleteAnnouncement(db, announcementId)],
  });
  return ok(null);
}
