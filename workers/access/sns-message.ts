import { X509Certificate } from 'node:crypto';
import type { Fields } from '../../domain/ingest/fields';
import { readSnsMessage, type SnsMessage } from '../../domain/ingest/signature/sns';
import { fromBase64, utf8 } from './bytes';
import { fetchText } from './fetch-text';

/** A certificate has about 2 KB. */
const CERTIFICATE_LIMIT = 20_000;
const KEPT_CERTIFICATES = 20;

/** Gets the PEM text at an address whose host was checked; null when it cannot be had. */
export type FetchCertificate = (url: string) => Promise<string | null>;

/** `retry`: the certificate could not be had, so nothing is known yet. */
export type SnsVerdict = { ok: true; message: SnsMessage } | { ok: false; reason: string; retry: boolean };

/**
 * Whether Amazon SNS signed this message (signature versions 1 and 2). The age is not judged here: see `isStaleSns`.
 * Of a subscription's `subscribeUrl`, null means that its host is not Amazon's although the signature holds.
 */
export async function verifySnsMessage(
  message: Fields,
  fetchCertificate: FetchCertificate = cachedCertificate,
): Promise<SnsVerdict> {
  const read = readSnsMessage(message);
  if (!read.ok) return { ...read, retry: false };
  const signature = fromBase64(read.message.signature);
  if (!signature) return refused('The signature of the SNS message is not base64.');
  const pem = await fetchCertificate(read.message.certificateUrl);
  if (pem === null) return { ok: false, reason: 'The certificate of Amazon SNS cannot be had.', retry: true };
  const key = await publicKeyOf(pem, read.message.hash);
  if (!key) return refused('The certificate of the SNS message is not valid.');
  const holds = await crypto.subtle.verify('RSASSA-PKCS1-v1_5', key, signature, utf8(read.message.text));
  return holds ? { ok: true, message: read.message } : refused('The signature of the SNS message does not match.');
}

const refused = (reason: string): SnsVerdict => ({ ok: false, reason, retry: false });

async function publicKeyOf(pem: string, hash: SnsMessage['hash']): Promise<CryptoKey | null> {
  try {
    const certificate = new X509Certificate(pem);
    const now = Date.now();
    if (now < Date.parse(certificate.validFrom) || now > Date.parse(certificate.validTo)) return null;
    const spki = certificate.publicKey.export({ type: 'spki', format: 'der' });
    return await crypto.subtle.importKey('spki', new Uint8Array(spki), { name: 'RSASSA-PKCS1-v1_5', hash }, false, [
      'verify',
    ]);
  } catch {
    return null;
  }
}

const certificates = new Map<string, string>();

/** Amazon names each certificate by its content, so a fetched one is kept as long as the isolate lives. */
export async function cachedCertificate(url: string): Promise<string | null> {
  const known = certificates.get(url);
  if (known) return known;
  const pem = (await fetchText(url))?.slice(0, CERTIFICATE_LIMIT);
  if (pem?.includes('BEGIN CERTIFICATE')) {
    if (certificates.size >= KEPT_CERTIFICATES) certificates.clear();
    certificates.set(url, pem);
    return pem;
  }
  return null;
}
