import type { Instant } from '../../shared/time';
import { type Fields, textAt } from '../fields';
import { readJson } from '../json';
import { instantFrom } from '../times';

/** AWS advises to refuse what is older (https://docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html). */
export const SNS_MAX_AGE_MS = 60 * 60_000;

const SNS_HOST = /^sns\.[a-zA-Z0-9-]{3,}\.amazonaws\.com(?:\.cn)?$/;

const SIGNED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
};

/** "1" signs with SHA-1, "2" with SHA-256; both RSA PKCS#1 v1.5. */
const HASHES: Readonly<Record<string, 'SHA-1' | 'SHA-256'>> = { '1': 'SHA-1', '2': 'SHA-256' };

export type SnsMessage = {
  type: string;
  id: string;
  topic: string;
  sentAt: Instant | null;
  /** Only where the host is Amazon's: visit nothing else. */
  subscribeUrl: string | null;
  certificateUrl: string;
  hash: 'SHA-1' | 'SHA-256';
  /** Base64. */
  signature: string;
  /** What was signed. */
  text: string;
};

export type SnsReading = { ok: true; message: SnsMessage } | { ok: false; reason: string };

/** An https address of Amazon SNS itself: its exact host, no port, no user name. Decided before anything is fetched. */
export function isSnsAddress(text: string | null): text is string {
  if (text === null || !/^https:\/\/[^\s\\]+$/.test(text) || !URL.canParse(text)) return false;
  const { hostname, host, username, password } = new URL(text);
  return SNS_HOST.test(hostname) && host === hostname && username === '' && password === '';
}

/** What of an SNS message decides whether it is genuine; nothing is fetched and no signature checked yet. */
export function readSnsMessage(fields: Fields): SnsReading {
  const refuse = (reason: string): SnsReading => ({ ok: false, reason });
  const type = textAt(fields, 'Type') ?? '';
  const names = Object.hasOwn(SIGNED_FIELDS, type) ? SIGNED_FIELDS[type] : undefined;
  if (!names) return refuse('The SNS message has no known Type.');
  const version = textAt(fields, 'SignatureVersion') ?? '';
  const hash = Object.hasOwn(HASHES, version) ? HASHES[version] : undefined;
  if (!hash) return refuse('The SNS message has no known SignatureVersion.');
  const signature = textAt(fields, 'Signature');
  if (signature === null) return refuse('The SNS message is not signed.');
  const certificateUrl = textAt(fields, 'SigningCertURL');
  if (!isSnsAddress(certificateUrl) || !new URL(certificateUrl).pathname.endsWith('.pem')) {
    return refuse('SigningCertURL is no address of Amazon SNS.');
  }
  const subscribeUrl = textAt(fields, 'SubscribeURL');
  const text = signedText(fields, names);
  if (text === null) return refuse('The SNS message lacks a field that is signed.');
  return {
    ok: true,
    message: {
      type,
      id: textAt(fields, 'MessageId') ?? '',
      topic: textAt(fields, 'TopicArn') ?? '',
      sentAt: instantFrom(textAt(fields, 'Timestamp')),
      subscribeUrl: isSnsAddress(subscribeUrl) ? subscribeUrl : null,
      ...{ certificateUrl, hash, signature, text },
    },
  };
}

/** Too old or from the future; the time is part of what was signed. */
export const isStaleSns = ({ sentAt }: SnsMessage, now: Instant): boolean =>
  sentAt === null || Math.abs(now - sentAt) > SNS_MAX_AGE_MS;

/** The fields of an SNS message as it is posted (JSON under text/plain); null for anything else. */
export function snsFields(body: string): Fields | null {
  const read = readJson(body);
  return read.ok && textAt(read.value, 'Type') !== null && textAt(read.value, 'TopicArn') !== null
    ? (read.value as Fields)
    : null;
}

/** Key and value on a line each, in Amazon's order, raw; `Subject` only where it is sent. Null: one is missing. */
function signedText(fields: Fields, names: readonly string[]): string | null {
  let text = '';
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (name === 'Subject' && (value === undefined || value === null)) continue;
    if (typeof value !== 'string') return null;
    text += `${name}\n${value}\n`;
  }
  return text;
}
