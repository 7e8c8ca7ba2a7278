import { listRules as listRows, type NotificationRule } from '../../../db/repositories/notification-rules';
import { refuse } from '../../../domain/access/permissions';
import type { Page, PageRequest } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';

/** A page of notification rules, of one person or of all, by id. Failures: forbidden, invalid (cursor). */
export async function listRules(
  { actor, db }: Context,
  { userId, ...page }: PageRequest & { userId?: string },
): Promise<Result<Page<NotificationRule>>> {
  const refusal = refuse(actor, 'config.read');
  return refusal ? err(refusal) : pageResult(await listRows(db, page, userId));
}
