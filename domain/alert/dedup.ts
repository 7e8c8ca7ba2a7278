import { sha256Hex } from '../shared/hash';

/** Longest key that is kept as it is. */
export const DEDUP_KEY_LIMIT = 255;

const HASHED = 'sha256:';

/**
 * The key under which an alert is known. Up to 255 characters are kept exactly, without trimming, folding of case or
 * Unicode normalisation, so look-alikes stay different alerts; longer keys become `sha256:` and the hash of the whole.
 */
export const boundedDedupKey = (key: string): string =>
  key.length <= DEDUP_KEY_LIMIT ? key : `${HASHED}${sha256Hex(key)}`;

/** Whether a key is only known by its hash: what it was cannot be told, nor named in a rule. */
export const isHashedKey = (key: string): boolean => key.startsWith(HASHED);
