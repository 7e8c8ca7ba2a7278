import * as z from 'zod';
import { errorLine } from '../error-line';
import type { SendResult } from '../sender';

/** What nodemailer tells of a failed send: the server's last answer if there was one, and the command it answered. */
const smtpError = z.object({
  message: z.string().catch('unknown error'),
  code: z.string().nullable().catch(null),
  command: z.string().catch(''),
  responseCode: z.number().nullable().catch(null),
  response: z.string().nullable().catch(null),
});

/**
 * PROVIDERS, SMTP: 4yz and lost connections are temporary, 5yz is for good. Whose fault a 5yz is follows from the
 * command it answered and, before that, from RFC 3463: x.7.y is about security or policy, so about our account.
 */
export function resultOfSmtpError(thrown: unknown): SendResult {
  const error = smtpError.parse(thrown instanceof Error ? { ...thrown, message: thrown.message } : {});
  if (error.code === 'EABORT') {
    return {
      outcome: 'failed-temporarily',
      error: errorLine('smtp', null, 'no answer in time'),
      retryAfterSeconds: null,
    };
  }
  const text = errorLine('smtp', error.responseCode ? null : error.code, error.response ?? error.message);
  const { responseCode } = error;
  if (responseCode !== null && responseCode >= 500) return { outcome: 'failed', error: text, cause: causeOf(error) };
  if (responseCode === null && error.code === 'EAUTH') return { outcome: 'failed', error: text, cause: 'setup' };
  if (responseCode === null && error.code === 'EMESSAGE') return { outcome: 'failed', error: text, cause: 'message' };
  return { outcome: 'failed-temporarily', error: text, retryAfterSeconds: null };
}

function causeOf(error: z.infer<typeof smtpError>): 'recipient' | 'setup' | 'message' {
  if (/^5\d\d[ -]5\.7\.\d/.test(error.response ?? '')) return 'setup';
  if (error.command === 'RCPT TO') return 'recipient';
  if (error.command !== 'DATA') return 'setup';
  return error.responseCode === 550 || error.responseCode === 551 || error.responseCode === 553
    ? 'recipient'
    : 'message';
}
