import { Resend } from 'resend';
import { parseRetryAfter, verdictOfStatus } from '../../../domain/notification/retry';
import { errorLine } from '../error-line';
import { type OutgoingMessage, SEND_TIMEOUT_MS, type Sender, type SendResult } from '../sender';
import { tracingHeaders } from './mail-from';

/** The error of an answer as the package hands it on; another body than Resend's own leaves members out. */
type ResendError = { name?: string; message?: string; statusCode?: number | null };

const USER_AGENT = 'OpsKnight-Edge/1 (+resend)';

/** Sends mail by Resend's API; its Idempotency-Key absorbs the repeat of a send whose answer was lost. */
export function resendSender(settings: { apiKey: string; baseUrl: string; from: string }): Sender {
  const resend = new Resend(settings.apiKey, { baseUrl: settings.baseUrl.replace(/\/$/, ''), userAgent: USER_AGENT });
  return {
    provider: 'resend',
    channel: 'email',
    async send(message) {
      // The package hands its options on to fetch; a redirect is an answer, not a place to send the key and the mail to.
      const options = {
        idempotencyKey: message.id,
        signal: AbortSignal.timeout(SEND_TIMEOUT_MS),
        redirect: 'manual',
      } as const;
      const { data, error, headers } = await resend.emails.send(mailOf(message, settings.from), options);
      if (!error) return { outcome: 'sent', providerId: data.id };
      return resultOfError(error, parseRetryAfter(headers?.['retry-after'] ?? null, Date.now()));
    },
  };
}

// The attempt must not be part of the mail: the same key with another body is refused.
const mailOf = (message: OutgoingMessage, from: string) => ({
  from,
  to: [message.to],
  subject: message.subject ?? message.text.slice(0, 100),
  text: message.text,
  ...(message.html === null ? {} : { html: message.html }),
  headers: tracingHeaders(message),
  tags: [
    { name: 'notification', value: message.id },
    ...(message.incidentId ? [{ name: 'incident', value: message.incidentId }] : []),
  ],
});

/**
 * PROVIDERS, Resend: the status decides, unless the error's name knows better. A used-up quota does not heal by waiting
 * seconds, so it counts as ours to mend, like an address in MAIL_FROM that it refuses. Without a status nobody answered.
 */
export function resultOfError(error: ResendError, retryAfterSeconds: number | null): SendResult {
  const status = error.statusCode ?? null;
  const text = errorLine('resend', status, error.message ?? '');
  switch (error.name) {
    case 'daily_quota_exceeded':
    case 'monthly_quota_exceeded':
    case 'invalid_from_address':
      return { outcome: 'failed', error: text, cause: 'setup' };
    case 'concurrent_idempotent_requests':
      return { outcome: 'failed-temporarily', error: text, retryAfterSeconds };
    default:
  }
  const verdict = verdictOfStatus(status);
  switch (verdict) {
    // An error under a 2xx is an answer that could not be read.
    case 'sent':
    case 'temporary':
      return { outcome: 'failed-temporarily', error: text, retryAfterSeconds };
    case 'setup':
      return { outcome: 'failed', error: text, cause: 'setup' };
    case 'message':
      return { outcome: 'failed', error: text, cause: isAboutRecipient(error) ? 'recipient' : 'message' };
    default:
      return verdict satisfies never;
  }
}

/** Resend has no code of its own for an address it does not take: "Invalid `to` field. …" under validation_error. */
const isAboutRecipient = ({ name, message = '' }: ResendError): boolean =>
  name === 'validation_error' && /\binvalid `?to`? field/i.test(message);
