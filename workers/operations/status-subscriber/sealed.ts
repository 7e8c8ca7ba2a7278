import type { Subscriber, SubscriberChannel } from '../../../domain/status-page/subscriber';
import { newWebhookSecret } from '../../../domain/webhook/secret';
import { type Place, seal, unseal } from '../../access/sealed';
import type { Config } from '../../config';
import type { Context } from '../../context';

type Column = 'address' | 'secret';
const place = (row: string, column: Column): Place => ({ table: 'status_subscribers', row, column });

const sealFor = (config: Config, id: string, column: Column, text: string): Promise<string> =>
  seal(config, place(id, column), text);

/** An address as a new subscriber keeps it, and the secret that signs what a webhook is sent. */
export async function sealAddress(
  { config, random }: Pick<Context, 'config' | 'random'>,
  id: string,
  channel: SubscriberChannel,
  plain: string,
): Promise<{ stored: Pick<Subscriber, 'address' | 'secret'>; secret: string | null }> {
  if (channel === 'email') return { stored: { address: plain, secret: null }, secret: null };
  const secret = channel === 'webhook' ? newWebhookSecret(random) : null;
  const address = await sealFor(config, id, 'address', plain);
  return { stored: { address, secret: secret && (await sealFor(config, id, 'secret', secret)) }, secret };
}

/** Where to post and what to sign with; null when it was sealed with a key that is gone. */
export async function openSubscriber(
  config: Config,
  { id, address, secret }: Subscriber,
): Promise<{ url: string; secrets: string[] | null } | null> {
  const url = await unseal(config, place(id, 'address'), address);
  const key = secret === null ? null : await unseal(config, place(id, 'secret'), secret);
  if (url === null || (secret !== null && key === null)) return null;
  return { url, secrets: key === null ? null : [key] };
}
