import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { ReceiptTarget } from './receipt';

/** One of APP_SECRETS: its id such as `v2`, and the key. */
export type MacSecret = { id: string; key: string };

/** 128 bits: nobody can ask for more than to be told wrong, at one message a guess. */
const MAC_HEX = 32;

const macWith = ({ id, key }: MacSecret, { incidentId, notificationId }: ReceiptTarget): string => {
  const text = `opsknight receipt|${incidentId ?? ''}|${notificationId}`;
  return `${id}_${bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text))).slice(0, MAC_HEX)}`;
};

/**
 * Proof that a message was sent by us, for providers whose callbacks anybody could cause. Letters, digits and `_` only, as
 * tags of SES take them. Null without a secret.
 */
export const receiptMac = ([newest]: readonly MacSecret[], target: ReceiptTarget): string | null =>
  newest ? macWith(newest, target) : null;

/** Whether one of the secrets, old ones included, made this proof. Takes the same time for a nearly right one. */
export function isReceiptMac(secrets: readonly MacSecret[], target: ReceiptTarget, mac: string): boolean {
  const secret = secrets.find(({ id }) => mac.startsWith(`${id}_`));
  if (!secret) return false;
  const expected = macWith(secret, target);
  let difference = expected.length ^ mac.length;
  for (let i = 0; i < expected.length; i += 1) difference |= expected.charCodeAt(i) ^ mac.charCodeAt(i);
  return difference === 0;
}
