import { type Instant, MINUTE, SECOND } from '../../domain/shared/time';
import { utf8 } from './bytes';

/** Older or further ahead than this is a replay or a wrong clock (PROVIDERS: Slack). */
const MAX_AGE = 5 * MINUTE;

export type SignatureVerdict = 'right' | 'missing' | 'stale' | 'forged';

type Signed = { timestamp: string | undefined; signature: string | undefined; body: ArrayBuffer };

/** Checks `v0=HMAC-SHA256(v0:timestamp:body)` over the raw bytes, in constant time; never throws on bad input. */
export async function verifySlackSignature(
  secret: string,
  { timestamp, signature, body }: Signed,
  now: Instant,
): Promise<SignatureVerdict> {
  if (!timestamp || !signature || !/^\d{1,12}$/.test(timestamp)) return 'missing';
  const mac = /^v0=([0-9a-f]{64})$/i.exec(signature)?.[1];
  if (!mac) return 'forged';
  const key = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  const head = utf8(`v0:${timestamp}:`);
  const signed = new Uint8Array(head.length + body.byteLength);
  signed.set(head);
  signed.set(new Uint8Array(body), head.length);
  const given = Uint8Array.from(mac.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
  if (!(await crypto.subtle.verify('HMAC', key, given, signed))) return 'forged';
  return Math.abs(now - Number(timestamp) * SECOND) > MAX_AGE ? 'stale' : 'right';
}
