import { SCOPES, type Scope } from '../../domain/access/roles';
import { ID_PREFIXES, type RandomBytes } from '../../domain/shared/ids';
import type { Instant } from '../../domain/shared/time';
import type { Config } from '../config';
import { equalInConstantTime, fromBase64, toBase64Url, utf8 } from './bytes';
import { macKey, newestKeyId } from './keyring';

/** What an API key says about itself (docs/decisions/001). Instants are whole seconds. */
export type ApiKeyClaims = { id: string; scopes: Scope[]; expiresAt: Instant | null };

// "ok_" and, in base64url, 58 bytes: format 1 | key number 4 | scopes 1 | expiry 4 | id 16 | secret 16 | MAC 16.
const FORMAT = 1;
const LENGTH = 58;
const MAC_AT = 42;
const TEXT = /^ok_[\w-]{78}$/;
const ID_TEXT = /^[0-9a-z]{16}$/;

// Bits, not positions in SCOPES: they stand in keys that people hold.
const SCOPE_BITS: Record<Scope, number> = {
  read: 1,
  'events:write': 2,
  'incidents:write': 4,
  'config:write': 8,
  admin: 16,
};

/** True for a text that has the form of our API keys; cheap, before anything is asked. */
export const looksLikeApiKey = (text: string): boolean => TEXT.test(text);

/** A new key with 128 secret bits, signed with the newest of APP_SECRETS. `claims.id` is a `key_…` id. */
export async function makeApiKey(config: Config, claims: ApiKeyClaims, random: RandomBytes): Promise<string> {
  const keyId = newestKeyId(config);
  const bytes = new Uint8Array(LENGTH);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, FORMAT);
  view.setUint32(1, Number(keyId.slice(1)));
  view.setUint8(
    5,
    claims.scopes.reduce((bits, scope) => bits | SCOPE_BITS[scope], 0),
  );
  view.setUint32(6, claims.expiresAt === null ? 0 : Math.floor(claims.expiresAt / 1000));
  bytes.set(utf8(claims.id.slice(ID_PREFIXES.apiKey.length + 1)), 10);
  bytes.set(random(16), 26);
  const mac = await macOf(config, keyId, bytes);
  if (!mac) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  bytes.set(mac, MAC_AT);
  return `ok_${toBase64Url(bytes)}`;
}

/**
 * The key's claims, and whether its MAC says that we made it. It does not when it was forged, and when its entry of
 * APP_SECRETS has been retired. Null for what is no key at all. Says nothing about revocation and does not judge the expiry.
 */
export async function readApiKey(
  config: Config,
  text: string,
): Promise<{ claims: ApiKeyClaims; isOurs: boolean } | null> {
  const bytes = looksLikeApiKey(text) ? fromBase64(text.slice(3)) : null;
  // Only one spelling of each key: the last character has spare bits.
  if (!bytes || bytes.length !== LENGTH || `ok_${toBase64Url(bytes)}` !== text) return null;
  const view = new DataView(bytes.buffer);
  const id = new TextDecoder().decode(bytes.subarray(10, 26));
  if (view.getUint8(0) !== FORMAT || !ID_TEXT.test(id)) return null;
  const expiry = view.getUint32(6);
  const claims: ApiKeyClaims = {
    id: `${ID_PREFIXES.apiKey}_${id}`,
    scopes: SCOPES.filter((scope) => view.getUint8(5) & SCOPE_BITS[scope]),
    expiresAt: expiry === 0 ? null : expiry * 1000,
  };
  const mac = await macOf(config, `v${view.getUint32(1)}`, bytes);
  return { claims, isOurs: mac !== null && equalInConstantTime(mac, bytes.subarray(MAC_AT)) };
}

async function macOf(config: Config, keyId: string, bytes: Uint8Array): Promise<Uint8Array | null> {
  const key = await macKey(config, 'api-key', keyId);
  if (!key) return null;
  const mac = await crypto.subtle.sign('HMAC', key, bytes.slice(0, MAC_AT));
  return new Uint8Array(mac, 0, LENGTH - MAC_AT);
}
