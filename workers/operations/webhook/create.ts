import { countWebhooks, insertWebhook, MOST_WEBHOOKS } from '../../../db/repositories/webhooks';
import { refuse } from '../../../domain/access/permissions';
import { failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { readWebhookAddress } from '../../../domain/webhook/address';
import type { CreateWebhookInput } from '../../../domain/webhook/input';
import { newWebhookSecret } from '../../../domain/webhook/secret';
import type { Webhook } from '../../../domain/webhook/webhook';
import type { Context } from '../../context';
import { invalidField } from '../config/failures';
import { missingFailure } from '../config/references';
import { saveChange } from '../config/save';
import { referencesOf } from './references';
import { sealFor } from './sealed';
import { viewOf, type WebhookWithSecret } from './view';

/**
 * Adds a webhook. Its signing secret is in this answer only. Failures: forbidden, invalid (address, services), conflict
 * (too many).
 */
export async function createWebhook(context: Context, input: CreateWebhookInput): Promise<Result<WebhookWithSecret>> {
  const { actor, config, db, now, random } = context;
  const refusal = refuse(actor, 'config.write') ?? (await missingFailure(context, referencesOf(input)));
  if (refusal) return err(refusal);
  const target = readWebhookAddress(input.format, input.url, config.allowLoopbackWebhooks);
  if (!target.ok) return err(invalidField('url', `The address ${target.error}`));
  if ((await countWebhooks(db)) >= MOST_WEBHOOKS) {
    return err(failure('conflict', `There can be ${MOST_WEBHOOKS} webhooks.`));
  }
  const id = newId('webhook', random);
  const secret = input.format === 'standard' ? newWebhookSecret(random) : null;
  const webhook: Webhook = {
    ...input,
    id,
    url: await sealFor(config, id, 'url', target.value.href),
    host: target.value.host,
    secret: secret && (await sealFor(config, id, 'secret', secret)),
    previousSecret: null,
    previousSecretEndsAt: null,
    disabledReason: null,
    slowUntil: null,
    createdAt: now,
    updatedAt: now,
  };
  await saveChange(context, {
    action: 'webhook.create',
    targetKind: 'webhook',
    targetId: id,
    after: viewOf(webhook),
    statements: [insertWebhook(db, webhook)],
    touches: 'none',
  });
  return ok({ ...viewOf(webhook), secret });
}
