import { findWebhook } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { viewOf, type WebhookView } from './view';

/** One webhook, without its address and secret. Failures: forbidden, not-found. */
export async function getWebhook({ actor, db }: Context, { id }: IdInput): Promise<Result<WebhookView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const webhook = await findWebhook(db, id);
  return webhook ? ok(viewOf(webhook)) : err(notFound('webhook'));
}
