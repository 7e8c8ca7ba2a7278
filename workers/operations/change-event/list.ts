import { listChangeEvents as listRows, type StoredChange } from '../../../db/repositories/change-events';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** Deploys and other changes, of one service or of all, newest first. Failures: forbidden, invalid (cursor). */
export async function listChangeEvents(
  { actor, db }: Context,
  { serviceId, ...page }: PageRequest & { serviceId?: string },
): Promise<Result<Page<StoredChange>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, page, serviceId));
}
