import { type ActionToken, decodeActionToken, encodeActionToken, TOKEN_BYTES } from '../../domain/respond/action-token';
import type { Instant } from '../../domain/shared/time';
import type { Config } from '../config';
import { equalInConstantTime, fromBase64, toBase64Url } from './bytes';
import { macKey, newestKeyId } from './keyring';

// In base64url, 48 bytes: key number 2 | token 30 | MAC 16. That is 64 characters and one spelling for each token.
const TEXT = /^[\w-]{64}$/;
const MAC_AT = 2 + TOKEN_BYTES;
const LENGTH = MAC_AT + 16;

/**
 * A token for a link, signed with the newest of APP_SECRETS: nothing has to be stored, so it works while the database is
 * away and after every session has ended (SEMANTICS 25). The same input gives the same text. Null where an id has a form
 * that no token can hold.
 */
export async function makeActionToken(config: Config, token: ActionToken): Promise<string | null> {
  const body = encodeActionToken(token);
  if (!body) return null;
  const keyId = newestKeyId(config);
  const bytes = new Uint8Array(LENGTH);
  new DataView(bytes.buffer).setUint16(0, Number(keyId.slice(1)));
  bytes.set(body, 2);
  const mac = await macOf(config, keyId, bytes);
  if (!mac) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  bytes.set(mac, MAC_AT);
  return toBase64Url(bytes);
}

export type ActionTokenVerdict = { valid: true; token: ActionToken } | { valid: false; reason: 'forged' | 'expired' };

/** Checks form, MAC (by the key that it names, in the whole ring) and expiry; never throws on bad input. */
export async function readActionToken(config: Config, text: string, now: Instant): Promise<ActionTokenVerdict> {
  const bytes = TEXT.test(text) ? fromBase64(text) : null;
  if (bytes?.length !== LENGTH) return { valid: false, reason: 'forged' };
  const mac = await macOf(config, `v${new DataView(bytes.buffer).getUint16(0)}`, bytes);
  if (!mac || !equalInConstantTime(mac, bytes.subarray(MAC_AT))) return { valid: false, reason: 'forged' };
  const token = decodeActionToken(bytes.slice(2, MAC_AT));
  if (!token) return { valid: false, reason: 'forged' };
  return now < token.expiresAt ? { valid: true, token } : { valid: false, reason: 'expired' };
}

async function macOf(config: Config, keyId: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  const key = await macKey(config, 'action', keyId);
  if (!key) return null;
  const mac = await crypto.subtle.sign('HMAC', key, bytes.slice(0, MAC_AT));
  return new Uint8Array(mac, 0, LENGTH - MAC_AT);
}
