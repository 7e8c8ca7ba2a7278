import { findWebhook, updateWebhook } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { HOUR } from '../../../domain/shared/time';
import { newWebhookSecret } from '../../../domain/webhook/secret';
import { SECRET_OVERLAP_HOURS, type Webhook } from '../../../domain/webhook/webhook';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { saveChange } from '../config/save';
import { openFrom, sealFor } from './sealed';
import { viewOf, type WebhookWithSecret } from './view';

/**
 * Gives a webhook a new secret, in this answer only. The old one signs beside it for a day. Failures: forbidden,
 * not-found, conflict (its format is not signed).
 */
export async function rotateWebhook(context: Context, { id }: IdInput): Promise<Result<WebhookWithSecret>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findWebhook(db, id);
  if (!before) return err(notFound('webhook'));
  if (before.format !== 'standard') return err(failure('conflict', 'Messages to a chat are not signed.'));
  const old = await openFrom(config, id, 'secret', before.secret);
  const secret = newWebhookSecret(random);
  const after: Webhook = {
    ...before,
    secret: await sealFor(config, id, 'secret', secret),
    previousSecret: old && (await sealFor(config, id, 'previous_secret', old)),
    previousSecretEndsAt: old === null ? null : now + SECRET_OVERLAP_HOURS * HOUR,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'webhook.rotate',
    targetKind: 'webhook',
    targetId: id,
    before: viewOf(before),
    after: viewOf(after),
    statements: [updateWebhook(db, after)],
    touches: 'none',
  });
  return ok({ ...viewOf(after), secret });
}
