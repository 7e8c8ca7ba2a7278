import type { Webhook } from '../../../domain/webhook/webhook';
import { type Place, seal, unseal } from '../../access/sealed';
import type { Config } from '../../config';

type Column = 'url' | 'secret' | 'previous_secret';
const place = (id: string, column: Column): Place => ({ table: 'webhooks', row: id, column });

/** A secret as the column of its row keeps it; it opens nowhere else. */
export const sealFor = (config: Config, id: string, column: Column, text: string): Promise<string> =>
  seal(config, place(id, column), text);

/** The secret of a column; null when there is none, or its key has left APP_SECRETS. */
export const openFrom = async (config: Config, id: string, column: Column, sealed: string | null) =>
  sealed === null ? null : unseal(config, place(id, column), sealed);

/** The address, and every secret that signs at `now`; null when they cannot be read any more. */
export async function openWebhook(
  config: Config,
  { id, url, secret, previousSecret, previousSecretEndsAt }: Webhook,
  now: number,
): Promise<{ url: string; secrets: string[] } | null> {
  const address = await openFrom(config, id, 'url', url);
  const current = await openFrom(config, id, 'secret', secret);
  if (address === null || (secret !== null && current === null)) return null;
  const isOverlap = previousSecretEndsAt !== null && previousSecretEndsAt > now;
  const previous = isOverlap ? await openFrom(config, id, 'previous_secret', previousSecret) : null;
  return { url: address, secrets: [current, previous].filter((one) => one !== null) };
}
