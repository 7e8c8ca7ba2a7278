import { listLog } from '../../../db/repositories/notification-log';
import { refuse } from '../../../domain/access/permissions';
import type { LogEntry, NotificationListInput } from '../../../domain/notification/log';
import type { Page } from '../../../domain/shared/page';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { pageResult } from '../config/failures';
import { isSelf } from '../config/own';

/**
 * A page of the delivery log, newest first. Everybody may ask for what was sent to themselves (`userId`); the rest is for
 * those who may read the audit log. Failures: forbidden, invalid (cursor).
 */
export async function listNotifications(
  { actor, db }: Context,
  input: NotificationListInput,
): Promise<Result<Page<LogEntry>>> {
  const refusal = refuse(actor, isSelf(actor, input.userId ?? '') ? 'config.read' : 'audit.read');
  if (refusal) return err(refusal);
  return pageResult(await listLog(db, input));
}
