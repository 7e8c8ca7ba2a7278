import { findWebhook, updateWebhook as updateRow } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import { readWebhookAddress } from '../../../domain/webhook/address';
import type { UpdateWebhookInput } from '../../../domain/webhook/input';
import type { Webhook } from '../../../domain/webhook/webhook';
import type { Context } from '../../context';
import { invalidField, notFound } from '../config/failures';
import { given } from '../config/given';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';
import { sealFor } from './sealed';
import { viewOf, type WebhookView } from './view';

/**
 * Changes a webhook; what is left out stays, its secret too. Switching it on forgets why it was switched off.
 * Failures: forbidden, not-found, invalid (address, services).
 */
export async function updateWebhook(
  context: Context,
  { id, url, ...input }: UpdateWebhookInput & IdInput,
): Promise<Result<WebhookView>> {
  const { actor, config, db, now } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const before = await findWebhook(db, id);
  if (!before) return err(notFound('webhook'));
  const missing = await missingFailure(context, referencesOf(input));
  if (missing) return err(missing);
  const target = url === undefined ? null : readWebhookAddress(before.format, url, config.allowLoopbackWebhooks);
  if (target && !target.ok) return err(invalidField('url', `The address ${target.error}`));
  const moved = target
    ? { url: await sealFor(config, id, 'url', target.value.href), host: target.value.host, slowUntil: null }
    : {};
  const switchedOn = input.enabled ? { disabledReason: null, slowUntil: null } : {};
  const after: Webhook = { ...before, ...given(input), ...moved, ...switchedOn, updatedAt: now };
  await saveChange(context, {
    action: 'webhook.update',
    targetKind: 'webhook',
    targetId: id,
    before: viewOf(before),
    // A new address on the same host would leave no trace otherwise.
    after: target ? { ...viewOf(after), address: 'changed' } : viewOf(after),
    statements: [updateRow(db, after)],
    touches: 'none',
  });
  return ok(viewOf(after));
}
