import type { Config } from '../config';
import { fromBase64, randomBytes, utf8 } from './bytes';
import { newestKeyId } from './keyring';

// `v2.iv.ciphertext`: which entry of APP_SECRETS, 96 random bits, AES-256-GCM (RELIABILITY, Security choices).

const IV_BYTES = 12;

/** Where a sealed text stands. It opens nowhere else, so that a value copied to another row is worthless. */
export type Place = { table: string; row: string; column: string };

const derived = new WeakMap<Config, Map<string, CryptoKey>>();

/** A text that only this installation can read again, under the newest of APP_SECRETS. */
export async function seal(config: Config, place: Place, text: string): Promise<string> {
  const keyId = newestKeyId(config);
  const key = await sealingKey(config, keyId);
  if (!key) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  const iv = randomBytes(IV_BYTES);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: dataOf(place) }, key, utf8(text));
  return [keyId, base64Of(iv), base64Of(new Uint8Array(sealed))].join('.');
}

/** The text of `seal`; null when it was sealed for another place, was changed, or its key has left APP_SECRETS. */
export async function unseal(config: Config, place: Place, sealed: string): Promise<string | null> {
  const [keyId = '', iv = '', text = ''] = sealed.split('.', 3);
  const key = await sealingKey(config, keyId);
  const [ivBytes, bytes] = [fromBase64(iv), fromBase64(text)];
  if (!key || !ivBytes || !bytes) return null;
  try {
    const algorithm = { name: 'AES-GCM', iv: ivBytes, additionalData: dataOf(place) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, bytes));
  } catch {
    return null;
  }
}

const dataOf = ({ table, row, column }: Place) => utf8(JSON.stringify([table, row, column]));

async function sealingKey(config: Config, keyId: string): Promise<CryptoKey | null> {
  const secret = config.secrets.find(({ id }) => id === keyId);
  if (!secret) return null;
  const known = derived.get(config) ?? new Map<string, CryptoKey>();
  derived.set(config, known);
  const key = known.get(keyId) ?? (await derive(secret.key));
  known.set(keyId, key);
  return key;
}

async function derive(secret: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', utf8(secret), 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8('opsknight seal') },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** In pieces: a function takes only so many arguments. */
function base64Of(bytes: Uint8Array): string {
  const PIECE = 0x8000;
  let text = '';
  for (let i = 0; i < bytes.length; i += PIECE) text += String.fromCharCode(...bytes.subarray(i, i + PIECE));
  return btoa(text);
}
