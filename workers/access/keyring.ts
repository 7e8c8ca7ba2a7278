import type { Config } from '../config';
import { utf8 } from './bytes';

/** What a key derived from APP_SECRETS is for: a signature made for one purpose is worthless for another. */
export type KeyPurpose = 'session' | 'api-key' | 'action' | 'slack-button' | 'slack-oauth' | 'status-page';

const derived = new WeakMap<Config, Map<string, CryptoKey>>();

/** The id of the key to sign with, such as "v2". */
export function newestKeyId(config: Config): string {
  const [newest] = config.secrets;
  if (!newest) throw new Error('Configuration: APP_SECRETS holds no key');
  return newest.id;
}

/** The HMAC-SHA-256 key of one entry of the ring for one purpose (HKDF, RFC 5869); null when the ring has no such entry (any more). */
export async function macKey(config: Config, purpose: KeyPurpose, keyId: string): Promise<CryptoKey | null> {
  const secret = config.secrets.find(({ id }) => id === keyId);
  if (!secret) return null;
  const known = derived.get(config) ?? new Map<string, CryptoKey>();
  derived.set(config, known);
  const name = `${purpose} ${keyId}`;
  const key = known.get(name) ?? (await derive(secret.key, purpose));
  known.set(name, key);
  return key;
}

async function derive(secret: string, purpose: KeyPurpose): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`opsknight ${purpose}`) },
    material,
    { name: 'HMAC', hash: 'SHA-256', length: 256 },
    false,
    ['sign', 'verify'],
  );
}
