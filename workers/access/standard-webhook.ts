import { type Instant, MINUTE, SECOND } from '../../domain/shared/time';
import { equalInConstantTime, fromBase64, toBase64, utf8 } from './bytes';

/** How far a timestamp may be from our clock, either way (Standard Webhooks). */
const TOLERANCE = 5 * MINUTE;
const PREFIX = 'whsec_';

export type StandardHeaders = { id: string | null; timestamp: string | null; signature: string | null };

/**
 * Whether a webhook that follows Standard Webhooks (also under Svix's names of the headers) is genuine and fresh: one of
 * its signatures is ours over `id.timestamp.body`. `body` is the body as it came.
 */
export async function isStandardWebhook(
  secret: string,
  { id, timestamp, signature }: StandardHeaders,
  body: ArrayBuffer,
  now: Instant,
): Promise<boolean> {
  const keyBytes = fromBase64(secret.startsWith(PREFIX) ? secret.slice(PREFIX.length) : secret);
  if (!keyBytes || keyBytes.length === 0 || !id || !signature || !timestamp || !/^\d{1,12}$/.test(timestamp))
    return false;
  if (Math.abs(now - Number(timestamp) * SECOND) > TOLERANCE) return false;
  const key = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
  const head = utf8(`${id}.${timestamp}.`);
  const signed = new Uint8Array(head.length + body.byteLength);
  signed.set(head);
  signed.set(new Uint8Array(body), head.length);
  const expected = utf8(toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))));
  return signature
    .split(' ')
    .filter((one) => one.startsWith('v1,'))
    .some((one) => equalInConstantTime(utf8(one.slice('v1,'.length)), expected));
}
