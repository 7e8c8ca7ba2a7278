import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { toBase64, utf8 } from '../../../workers/access/bytes';
import { app } from '../../../workers/http/app';
import sns from '../../fixtures/receipts/sns.json';

const ORIGIN = 'http://127.0.0.1:8787';
const TWILIO_TOKEN = 'twilio-secret';
const RESEND_SECRET = `whsec_${toBase64(utf8('a secret of thirty-two bytes....'))}`;

const pair = (await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
  'sign',
  'verify',
])) as CryptoKeyPair;
const spki = (await crypto.subtle.exportKey('spki', pair.publicKey)) as ArrayBuffer;

/** An installation with every provider that reports receipts. */
const reporting = {
  ...env,
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: TWILIO_TOKEN,
  TWILIO_FROM: '+15005550006',
  RESEND_API_KEY: 're_1',
  RESEND_WEBHOOK_SECRET: RESEND_SECRET,
  SENDGRID_API_KEY: 'SG.1',
  SENDGRID_WEBHOOK_PUBLIC_KEY: toBase64(new Uint8Array(spki)),
  AWS_ACCESS_KEY_ID: 'AKIDTEST',
  AWS_SECRET_ACCESS_KEY: 'aws-secret',
  AWS_REGION: 'eu-central-1',
};

type Forge = 'none' | 'key' | 'body' | 'stale' | undefined;
const changed = (body: string, forge: Forge): string => (forge === 'body' ? `${body} ` : body);

async function post(path: string, body: string, headers: Record<string, string>, by = reporting): Promise<number> {
  const execution = createExecutionContext();
  const answer = await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers }, by, execution);
  await waitOnExecutionContext(execution);
  return answer.status;
}

async function hmac(hash: 'SHA-1' | 'SHA-256', key: string | Uint8Array<ArrayBuffer>, text: string): Promise<string> {
  const bytes = typeof key === 'string' ? utf8(key) : key;
  const imported = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign']);
  return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', imported, utf8(text))));
}

/** A status callback as Twilio posts it to the address that it was given with the message. */
export async function twilio(query: string, params: Record<string, string>, forge?: Forge): Promise<number> {
  const path = `/api/providers/twilio/status?${query}`;
  const sorted = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const text = `${ORIGIN}${path}${sorted.flat().join('')}`;
  const signature = await hmac('SHA-1', forge === 'key' ? 'other' : TWILIO_TOKEN, text);
  const form = new URLSearchParams(forge === 'body' ? { ...params, MessageStatus: 'read' } : params).toString();
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  return post(path, form, forge === 'none' ? type : { ...type, 'x-twilio-signature': signature });
}

export async function resend(event: unknown, forge?: Forge): Promise<number> {
  const body = JSON.stringify(event);
  const at = String(Math.floor(Date.now() / 1000) - (forge === 'stale' ? 3600 : 0));
  const key = forge === 'key' ? 'another secret' : 'a secret of thirty-two bytes....';
  const headers = {
    'svix-id': 'msg_1',
    'svix-timestamp': at,
    'svix-signature': `v1,AAAA v1,${await hmac('SHA-256', key, `msg_1.${at}.${body}`)}`,
  };
  return post('/api/providers/resend/events', changed(body, forge), forge === 'none' ? {} : headers);
}

/** WebCrypto's signature (two numbers of 32 bytes) as DER, as SendGrid sends it. */
function derOf(raw: Uint8Array): Uint8Array {
  const number = (bytes: Uint8Array): number[] => {
    const start = bytes.findIndex((byte) => byte !== 0);
    const digits = [...bytes.subarray(Math.max(start, 0))];
    const positive = (digits[0] ?? 0) >= 0x80 ? [0, ...digits] : digits;
    return [0x02, positive.length, ...positive];
  };
  const numbers = [...number(raw.subarray(0, 32)), ...number(raw.subarray(32))];
  return Uint8Array.from([0x30, numbers.length, ...numbers]);
}

export async function sendgrid(events: unknown[], forge?: Forge): Promise<number> {
  const body = `${JSON.stringify(events)}\r\n`;
  const at = String(Math.floor(Date.now() / 1000));
  const signed = utf8((forge === 'key' ? 'x' : '') + at + body);
  const raw = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, signed);
  const headers = {
    'x-twilio-email-event-webhook-timestamp': at,
    'x-twilio-email-event-webhook-signature': toBase64(derOf(new Uint8Array(raw))),
  };
  return post('/api/providers/sendgrid/events', changed(body, forge), forge === 'none' ? {} : headers);
}

/** What certificate and confirmation are fetched from, instead of Amazon. */
export const amazon = async (input: RequestInfo | URL): Promise<Response> =>
  String(input).endsWith('.pem') ? new Response(sns.certificate) : new Response('<ok/>');

/** A message of SNS, signed by version 2 with the test's own certificate. */
export async function ses(fields: Record<string, string>, forge?: Forge): Promise<number> {
  const message: Record<string, string> = {
    MessageId: 'm1',
    TopicArn: 'arn:aws:sns:eu-central-1:1:pages',
    Timestamp: new Date(Date.now() - (forge === 'stale' ? 2 * 3_600_000 : 0)).toISOString(),
    SignatureVersion: '2',
    SigningCertURL: `https://sns.eu-central-1.amazonaws.com/${forge === 'key' ? 'x.txt' : 'test.pem'}`,
    ...fields,
  };
  const names = ['Message', 'MessageId', 'SubscribeURL', 'Subject', 'Timestamp', 'Token', 'TopicArn', 'Type'];
  const text = names.flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`])).join('');
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' };
  const bytes = Uint8Array.from(atob(sns.privateKeyPkcs8), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey('pkcs8', bytes, algorithm, false, ['sign']);
  const signature = toBase64(new Uint8Array(await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, utf8(text))));
  const body = JSON.stringify({
    ...message,
    ...(forge === 'none' ? {} : { Signature: signature }),
    ...(forge === 'body' ? { Message: `${message.Message} ` } : {}),
  });
  return post('/api/providers/ses/events', body, { 'content-type': 'text/plain; charset=UTF-8' });
}
