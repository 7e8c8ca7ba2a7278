import type { SealedVapid } from '../../domain/plan/plan';
import type { Config } from '../config';
import { toBase64Url } from './bytes';
import { type Place, seal } from './sealed';

/** Where the private key of Web Push stands, sealed. */
export const VAPID_PLACE: Place = { table: 'settings', row: 'vapid', column: 'privateKey' };

/** A new pair (P-256) to sign pushes with; the private key is readable only under APP_SECRETS. */
export async function makeVapid(config: Config): Promise<SealedVapid> {
  const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  const point = (await crypto.subtle.exportKey('raw', pair.publicKey)) as ArrayBuffer;
  const { d } = (await crypto.subtle.exportKey('jwk', pair.privateKey)) as JsonWebKey;
  if (!d) throw new Error('The platform made a key without its private part');
  return {
    publicKey: toBase64Url(new Uint8Array(point)),
    sealedPrivateKey: await seal(config, VAPID_PLACE, d),
  };
}
