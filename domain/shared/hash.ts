import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

// WebCrypto only hashes asynchronously, and a transition of an incident must not wait between load and store.

/** SHA-256 of a text as 64 lower-case hex digits. */
export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));

/**
 * A deterministic id: the same parts always give the same id, so a repeated effect names the same thing.
 * Parts are length-prefixed, so `['a','bc']` and `['ab','c']` differ. 24 hex digits = 96 bits.
 */
export const hashedId = (prefix: string, parts: readonly (string | number)[]): string =>
  `${prefix}_${sha256Hex(parts.map((part) => `${String(part).length}:${part}`).join('|')).slice(0, 24)}`;
