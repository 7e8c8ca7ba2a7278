import type { Subscriber } from '../../../domain/status-page/subscriber';
import { type Place, seal, unseal } from '../../access/sealed';
import type { Config } from '../../config';

type Column = 'address' | 'secret';
const place = (row: string, column: Column): Place => ({ table: 'status_subscribers', row, column });

export const sealFor = (config: Config, id: string, column: Column, text: string): Promise<string> =>
  seal(config, place(id, column), text);

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
