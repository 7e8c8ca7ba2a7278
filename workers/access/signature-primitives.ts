import type { Primitives } from '../../domain/ingest/signature/verify';
import { equalInConstantTime } from './bytes';

/** The platform's MACs and signatures, for `verifySignature`. */
export const signaturePrimitives: Primitives = {
  hmac: async (hash, key, message) => {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', imported, message));
  },
  ed25519: async (publicKey, signature, message) => {
    try {
      const key = await crypto.subtle.importKey('raw', publicKey, 'Ed25519', false, ['verify']);
      return await crypto.subtle.verify('Ed25519', key, signature, message);
    } catch {
      return false;
    }
  },
  equal: equalInConstantTime,
};
