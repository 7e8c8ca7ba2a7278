import { findRule, type NotificationRule } from '../../../db/repositories/notification-rules';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One notification rule. Failures: forbidden, not-found. */
export async function getRule({ actor, db }: Context, { id }: IdInput): Promise<Result<NotificationRule>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const rule = await findRule(db, id);
  return rule ? ok(rule) : err(notFound('notification rule'));
}
