import * as z from 'zod';
import { line } from '../../../domain/notification/render/plain';
import { parseResetAt, parseRetryAfter, verdictOfStatus } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { errorLine } from '../error-line';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed } from '../fault';
import { httpSender } from '../http-sender';
import { readJson } from '../json';
import type { OutgoingMessage, Sender, SendResult } from '../sender';
import { splitMailFrom, tracingHeaders } from './mail-from';

type SendgridSettings = { apiKey: string; baseUrl: string; from: string };

/** Sends mail by SendGrid's v3 API. It knows no idempotency: the repeat of a send whose answer was lost arrives twice. */
export const sendgridSender = (settings: SendgridSettings): Sender =>
  httpSender({
    provider: 'sendgrid',
    channel: 'email',
    secrets: [settings.apiKey],
    requestOf: (message) => requestOf(settings, message),
    resultOf,
  });

const partOf = (type: string, value: string) => ({ type, value });

/** SendGrid's reader of events joins them to ours by `custom_args`; text/plain has to come before text/html. */
function requestOf({ apiKey, baseUrl, from }: SendgridSettings, message: OutgoingMessage): ProviderRequest {
  const name = line(message.recipientName, 100);
  const sender = splitMailFrom(from);
  const mail = {
    personalizations: [{ to: [{ email: message.to, ...(name === '' ? {} : { name }) }] }],
    from: { email: sender.email, ...(sender.name === null ? {} : { name: sender.name }) },
    subject: message.subject ?? line(message.text, 100),
    content: [
      partOf('text/plain', message.text),
      ...(message.html === null ? [] : [partOf('text/html', message.html)]),
    ],
    headers: tracingHeaders(message),
    custom_args: {
      notification: message.id,
      attempt: String(message.attempt),
      ...(message.incidentId ? { incident: message.incidentId } : {}),
    },
  };
  return {
    url: `${baseUrl}/v3/mail/send`,
    headers: { Authorization: `Bearer ${apiKey}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(mail),
  };
}

const errors = z.object({
  errors: z.array(z.object({ message: z.string(), field: z.string().nullable().catch(null) })),
});

/**
 * PROVIDERS, SendGrid: 202 with the id in `X-Message-Id`; there are no codes, so the status decides. Only what it says of
 * the member `to` is about the address.
 */
function resultOf({ status, headers, body }: ProviderAnswer, now: Instant): SendResult {
  if (status === 202) return { outcome: 'sent', providerId: headers.get('x-message-id') };
  const [first] = readJson(errors, body)?.errors ?? [];
  const text = errorLine('sendgrid', status, first?.message ?? '');
  const verdict = verdictOfStatus(status);
  const isAboutRecipient = verdict === 'message' && /^personalizations\.\d+\.to\b/.test(first?.field ?? '');
  if (isAboutRecipient) return failed('recipient', text);
  // Another 2xx is not SendGrid's "taken".
  return failed(verdict === 'sent' ? 'temporary' : verdict, text, waitOf(headers, now));
}

/** Seconds to wait: the longer of `Retry-After` and `X-RateLimit-Reset`. */
function waitOf(headers: Headers, now: Instant): number | null {
  const waits = [
    parseRetryAfter(headers.get('retry-after'), now),
    parseResetAt(headers.get('x-ratelimit-reset'), now),
  ].filter((seconds) => seconds !== null);
  return waits.length > 0 ? Math.max(...waits) : null;
}
