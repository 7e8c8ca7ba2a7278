import type { Instant } from '../../shared/time';

/** A signed call as it came: header names in lower case, the body byte for byte. */
export type SignedCall = { headers: Record<string, string>; body: Uint8Array<ArrayBuffer>; text: string };

/**
 * What a call says about its own authenticity, read and not yet believed.
 * - `hmac`: a MAC over `prefix` and (unless `prefixOnly`) the raw body; any of `given` may match. `key` says how the secret
 *   becomes a key: its text, or base64 after `whsec_`.
 * - `ed25519`: a signature over the same, under the public key in the secret (base64 after `whpk_`).
 * - `token`: the secret itself, sent along.
 * `sentAt`: the time that is part of what was signed; null: none is. `delivery`: what tells apart two calls of the same
 * bytes that are both the vendor's; `mayRepeat`: nothing does, and the vendor sends them.
 */
export type Claim =
  | {
      kind: 'hmac';
      hash: 'SHA-1' | 'SHA-256';
      key: 'text' | 'base64';
      prefix: string;
      prefixOnly?: boolean;
      given: Uint8Array<ArrayBuffer>[];
      sentAt: Instant | null;
      delivery?: string | null;
      mayRepeat?: boolean;
    }
  | { kind: 'ed25519'; prefix: string; given: Uint8Array<ArrayBuffer>[]; sentAt: Instant }
  | { kind: 'token'; given: string };

/** Null: the call carries no signature, or one that cannot be read. */
export type Scheme = {
  /** Where the vendor puts it, for the settings page and for refusals. */
  where: string;
  read: (call: SignedCall, secret: string) => Claim | null;
};

/** Hex of a MAC as bytes; null for anything else, whatever its length. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^(?:[0-9a-f]{2}){1,64}$/i.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Standard base64 of a MAC or key as bytes; null for anything else. */
export function fromPaddedBase64(text: string): Uint8Array<ArrayBuffer> | null {
  if (text === '' || text.length > 1024 || !/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Unix seconds as an instant; null for anything else. */
export const secondsHeader = (text: string | undefined): Instant | null =>
  text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) * 1000 : null;
