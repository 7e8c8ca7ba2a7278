import { findAnnouncement } from '../../../db/repositories/status-announcements';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { StatusAnnouncement } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One announcement of a page, over or not. Failures: forbidden, not-found. */
export async function getAnnouncement(
  { actor, db }: Context,
  { id, announcementId }: { id: string; announcementId: string },
): Promise<Result<StatusAnnouncement>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const found = await findAnnouncement(db, id, announcementId);
  return found ? ok(found) : err(notFound('announcement'));
}
