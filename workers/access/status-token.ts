import type { Config } from '../config';
import { equalInConstantTime, fromBase64, toBase64Url, utf8 } from './bytes';
import { macKey, newestKeyId } from './keyring';

/**
 * Signs what a visitor of a status page may do: nothing has to be stored, and it works while the database is away. The
 * same text gives the same signature, `v2.base64url`; made for one text, it is worthless for another.
 */
export async function signForVisitor(config: Config, text: string): Promise<string> {
  const keyId = newestKeyId(config);
  const mac = await macOf(config, keyId, text);
  if (!mac) throw new Error('Configuration: the newest key of APP_SECRETS is missing');
  return `${keyId}.${toBase64Url(mac)}`;
}

/** True for a signature of exactly this text by any key of the ring. */
export async function isSignedForVisitor(config: Config, text: string, signature: string): Promise<boolean> {
  const [keyId = '', given = ''] = signature.split('.', 2);
  const mac = /^v\d+$/.test(keyId) ? await macOf(config, keyId, text) : null;
  const bytes = /^[\w-]{43}$/.test(given) ? fromBase64(given) : null;
  return mac !== null && bytes !== null && equalInConstantTime(mac, bytes);
}

async function macOf(config: Config, keyId: string, text: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const key = await macKey(config, 'status-page', keyId);
  return key && new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
}
