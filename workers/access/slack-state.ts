import { type Instant, MINUTE } from '../../domain/shared/time';
import type { Config } from '../config';
import { equalInConstantTime, fromBase64, toBase64Url, utf8 } from './bytes';
import { macKey, newestKeyId } from './keyring';

/** How long installing may take. */
const LIFE = 10 * MINUTE;

/**
 * The `state` of an installation by OAuth: bound to the person who began it, so that nobody can finish one in the name
 * of somebody else (RFC 6749, 10.12).
 */
export async function makeOAuthState(config: Config, userId: string, now: Instant): Promise<string> {
  const keyId = newestKeyId(config);
  const expires = String(now + LIFE);
  const mac = await macOf(config, keyId, userId, expires);
  if (!mac) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  return `${keyId}.${expires}.${toBase64Url(mac)}`;
}

export async function isOAuthState(config: Config, state: string, userId: string, now: Instant): Promise<boolean> {
  const [, keyId = '', expires = '', text = ''] = /^(v\d+)\.(\d{13,15})\.([\w-]{43})$/.exec(state) ?? [];
  const given = fromBase64(text);
  if (keyId === '' || !given || Number(expires) <= now) return false;
  const mac = await macOf(config, keyId, userId, expires);
  return mac !== null && equalInConstantTime(mac, given);
}

async function macOf(config: Config, keyId: string, userId: string, expires: string): Promise<Uint8Array | null> {
  const key = await macKey(config, 'slack-oauth', keyId);
  return key && new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(JSON.stringify([userId, expires]))));
}
