import { equalInConstantTime, toBase64, utf8 } from './bytes';

/**
 * Whether Twilio signed this callback: HMAC-SHA-1 over the exact public address, query included, and each parameter of the
 * form in the order of its name (https://www.twilio.com/docs/usage/security). `url` must be the address as we gave it to
 * Twilio, not the one behind a proxy.
 */
export async function isTwilioSignature(
  authToken: string,
  url: string,
  params: URLSearchParams,
  signature: string | null,
): Promise<boolean> {
  if (!signature) return false;
  const sorted = [...params].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const text = url + sorted.map(([name, value]) => name + value).join('');
  const key = await crypto.subtle.importKey('raw', utf8(authToken), { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)));
  return equalInConstantTime(utf8(toBase64(mac)), utf8(signature));
}
