import * as z from 'zod';
import { TWILIO_CODES } from '../../../domain/notification/receipt/twilio-codes';
import { parseRetryAfter } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { errorLine } from '../error-line';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed, faultOf } from '../fault';
import { readJson } from '../json';
import type { OutgoingMessage, SendResult } from '../sender';

/** `appUrl` is where Twilio reports what became of a message; `baseUrl` and `appUrl` are without a slash at the end. */
export type TwilioSettings = { accountSid: string; authToken: string; baseUrl: string; appUrl: string };

type Resource = 'Messages' | 'Calls';

/** A form for one of the account's resources; Twilio reads no JSON. */
export function twilioRequest(
  { accountSid, authToken, baseUrl }: TwilioSettings,
  resource: Resource,
  form: [name: string, value: string][],
): ProviderRequest {
  return {
    url: `${baseUrl}/2010-04-01/Accounts/${accountSid}/${resource}.json`,
    headers: {
      Authorization: `Basic ${btoa(`${accountSid}:${authToken}`)}`,
      'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8',
    },
    body: new URLSearchParams(form).toString(),
  };
}

const isLoopback = (url: string): boolean => /^https?:\/\/(127\.\d+\.\d+\.\d+|localhost|\[::1\])([:/]|$)/.test(url);

/** Whether Twilio can reach us: over https, or both of us on loopback in a test. */
export const canCallBack = ({ appUrl, baseUrl }: Pick<TwilioSettings, 'appUrl' | 'baseUrl'>): boolean =>
  appUrl.startsWith('https:') || (isLoopback(appUrl) && isLoopback(baseUrl));

/**
 * Where Twilio shall report the states of a message, if it can reach us.
 * It signs the whole address, so what the query says of incident and attempt can be trusted (PROVIDERS: Twilio).
 */
export function statusCallback(
  settings: TwilioSettings,
  { id, incidentId, attempt }: OutgoingMessage,
): [name: string, value: string][] {
  if (!canCallBack(settings)) return [];
  const query = new URLSearchParams({ ...(incidentId ? { incident: incidentId } : {}), notification: id });
  query.set('attempt', String(attempt));
  return [['StatusCallback', `${settings.appUrl}/api/providers/twilio/status?${query}`]];
}

const taken = z.object({ sid: z.string().min(1) });
const refused = z.object({ code: z.number(), message: z.string() });

/** What Twilio's answer means: 201 with a sid is acceptance, everything else goes by its table. */
export function twilioResult({ status, headers, body }: ProviderAnswer, now: Instant): SendResult {
  const sid = status >= 200 && status < 300 ? readJson(taken, body)?.sid : null;
  if (sid) return { outcome: 'sent', providerId: sid };
  const error = readJson(refused, body);
  const code = error ? String(error.code) : null;
  const fault = faultOf(status, code, TWILIO_CODES);
  const text = errorLine('twilio', code ?? status, error?.message ?? '');
  return failed(fault === 'sent' ? 'temporary' : fault, text, parseRetryAfter(headers.get('retry-after'), now));
}
