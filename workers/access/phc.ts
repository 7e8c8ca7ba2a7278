import { fromBase64, toBase64 } from './bytes';

/** An Argon2id hash in the PHC string format, taken apart. `memory` is in KiB. */
export type Argon2Hash = {
  memory: number;
  passes: number;
  lanes: number;
  salt: Uint8Array<ArrayBuffer>;
  hash: Uint8Array<ArrayBuffer>;
};

// A row that asks for more than this was not written by us, and would take the isolate's memory.
const MOST = { memory: 65_536, passes: 10, lanes: 4, bytes: 64 };

const unpadded = (bytes: Uint8Array): string => toBase64(bytes).replace(/=+$/, '');

export const toPhc = ({ memory, passes, lanes, salt, hash }: Argon2Hash): string =>
  `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$${unpadded(salt)}$${unpadded(hash)}`;

/** Null for anything but Argon2id, version 19, within the limits above. */
export function fromPhc(phc: string): Argon2Hash | null {
  const parts = /^\$argon2id\$v=19\$m=(\d{1,6}),t=(\d{1,2}),p=(\d)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc);
  if (!parts) return null;
  const [, m, t, p, saltText = '', hashText = ''] = parts;
  const [memory, passes, lanes] = [Number(m), Number(t), Number(p)];
  const salt = fromBase64(saltText);
  const hash = fromBase64(hashText);
  if (!salt || !hash || salt.length < 8 || salt.length > MOST.bytes || hash.length < 16 || hash.length > MOST.bytes) {
    return null;
  }
  const isWithin = passes >= 1 && passes <= MOST.passes && lanes >= 1 && lanes <= MOST.lanes && memory <= MOST.memory;
  return isWithin && memory >= 8 * lanes ? { memory, passes, lanes, salt, hash } : null;
}
