import { fromBase64, utf8 } from './bytes';

const COORDINATE_BYTES = 32;

/**
 * Whether SendGrid signed this batch: ECDSA P-256 with SHA-256 over the timestamp and the body as it came, byte for byte.
 * `publicKey` is SPKI in base64, as SendGrid shows it, with or without PEM's lines.
 */
export async function isSendgridSignature(
  publicKey: string,
  { timestamp, signature, body }: { timestamp: string | null; signature: string | null; body: ArrayBuffer },
): Promise<boolean> {
  const der = fromBase64(publicKey.replaceAll(/-----[A-Z ]+-----|\s/g, ''));
  const raw = signature ? rawSignature(fromBase64(signature)) : null;
  if (!der || !raw || !timestamp || !/^\d{1,12}$/.test(timestamp)) return false;
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256' };
  const key = await crypto.subtle.importKey('spki', der, algorithm, false, ['verify']);
  const stamp = utf8(timestamp);
  const signed = new Uint8Array(stamp.length + body.byteLength);
  signed.set(stamp);
  signed.set(new Uint8Array(body), stamp.length);
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, raw, signed);
}

/** Both numbers of a DER signature, each in 32 bytes, as WebCrypto wants them; null for anything else. */
function rawSignature(der: Uint8Array | null): Uint8Array<ArrayBuffer> | null {
  if (der?.[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const raw = new Uint8Array(2 * COORDINATE_BYTES);
  let at = 2;
  for (const half of [0, 1]) {
    const length = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + length);
    if (der[at] !== 0x02 || length === 0 || number.length !== length) return null;
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (digits.length > COORDINATE_BYTES) return null;
    raw.set(digits, (half + 1) * COORDINATE_BYTES - digits.length);
    at += 2 + length;
  }
  return at === der.length ? raw : null;
}
