import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { toBase64, utf8 } from '../../../workers/access/bytes';
import { app } from '../../../workers/http/app';

export const ORIGIN = 'http://127.0.0.1:8787';
const TOKEN = 'twilio-secret';

/** An installation whose texts and calls go by Twilio; `host` is where a test fakes it. */
export const TWILIO = {
  TWILIO_ACCOUNT_SID: `AC${'0123456789abcdef'.repeat(2)}`,
  TWILIO_AUTH_TOKEN: TOKEN,
  TWILIO_FROM: '+15005550006',
  TWILIO_BASE_URL: 'http://127.0.0.1:47101',
};
const installation = { ...env, ...TWILIO };

/** What Twilio posts to us, signed over the address and the form; `forge` signs with another account's token. */
export async function postFromTwilio(path: string, params: Record<string, string>, forge = false) {
  const sorted = Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const key = utf8(forge ? 'other' : TOKEN);
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-1' }, false, ['sign']);
  const mac = await crypto.subtle.sign('HMAC', imported, utf8(`${ORIGIN}${path}${sorted.flat().join('')}`));
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': toBase64(new Uint8Array(mac)),
  };
  const execution = createExecutionContext();
  const body = new URLSearchParams(params).toString();
  const answer = await app.request(`${ORIGIN}${path}`, { method: 'POST', body, headers }, installation, execution);
  await waitOnExecutionContext(execution);
  return { status: answer.status, text: await answer.text() };
}
