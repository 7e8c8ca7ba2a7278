import { listAnnouncements as listRows } from '../../../db/repositories/status-announcements';
import { findStatusPage } from '../../../db/repositories/status-pages';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { StatusAnnouncement } from '../../../domain/status-page/page';
import type { Context } from '../../context';
import { notFound, pageResult } from '../config/failures';

/** A page of a status page's announcements, the latest first. Failures: forbidden, not-found, invalid (cursor). */
export async function listAnnouncements(
  { actor, db }: Context,
  { id, ...page }: PageRequest & { id: string },
): Promise<Result<Page<StatusAnnouncement>>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (!(await findStatusPage(db, id))) return err(notFound('status page'));
  return pageResult(await listRows(db, id, page));
}
