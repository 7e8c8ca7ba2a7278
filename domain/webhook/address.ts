import { err, ok, type Result } from '../shared/result';
import { readWebhookTarget } from './target';
import type { WebhookFormat } from './webhook';

/** Telegram's own: the bot's method, and the chat in the query. */
const TELEGRAM_PATH = /\/bot[^/]+\/sendMessage$/;

/**
 * Whether this address can take this format: any that may be gone to (RELIABILITY B6); for Telegram the bot's
 * `sendMessage` with `?chat_id=`. Errors are one line and never repeat the address.
 */
export function readWebhookAddress(
  format: WebhookFormat,
  address: string,
  allowLoopback: boolean,
): Result<URL, string> {
  const target = readWebhookTarget(address, allowLoopback);
  if (!target.ok || format !== 'telegram') return target;
  if (!TELEGRAM_PATH.test(target.value.pathname)) return err('must be https://api.telegram.org/bot…/sendMessage');
  return target.value.searchParams.get('chat_id') ? ok(target.value) : err('must end with ?chat_id= and the chat');
}
