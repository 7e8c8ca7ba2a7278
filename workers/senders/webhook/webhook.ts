import * as z from 'zod';
import { parseRetryAfter, verdictOfStatus } from '../../../domain/notification/retry';
import { type Instant, SECOND } from '../../../domain/shared/time';
import type { WebhookAttempt } from '../../../domain/webhook/delivery';
import { readWebhookTarget } from '../../../domain/webhook/target';
import { errorLine } from '../error-line';
import { exchange, type ProviderAnswer } from '../exchange';
import { readJson } from '../json';
import { webhookHeaders } from './signature';

/**
 * One event for one receiver. `body` is the JSON that is signed and sent as it stands, below 20 KB. `secrets` is null for
 * a chat, which takes no signature: its address is the secret.
 */
export type WebhookCall = { id: string; url: string; secrets: readonly string[] | null; body: string };

/** RELIABILITY, security choices: 10 s and a capped body for outgoing webhooks. */
const TIMEOUT_MS = 10_000;
const ANSWER_MAX = 4 * 1024;

const refuse = (words: string): WebhookAttempt => ({
  outcome: 'failed',
  status: null,
  error: errorLine('webhook', null, words),
  cause: 'setup',
});

/**
 * Posts one event (PROVIDERS: Outgoing webhooks, Teams) and never throws. Only a 2xx is success; a redirect is a failure
 * and is not followed. Errors hold neither the address nor what the receiver wrote, which could be anybody's words.
 */
export async function sendWebhook(
  { id, url, secrets, body }: WebhookCall,
  allowLoopback: boolean,
  now: Instant,
): Promise<WebhookAttempt> {
  const target = readWebhookTarget(url, allowLoopback);
  if (!target.ok) return refuse(`the address ${target.error}`);
  const signed = secrets ? await webhookHeaders(secrets, { id, sentAt: Math.floor(now / SECOND), body }) : {};
  if (!signed) return refuse('the secret must be whsec_ and 24 to 64 bytes in base64');
  const request = { url: target.value.href, headers: { 'Content-Type': 'application/json', ...signed }, body };
  const answer = await exchange(request, TIMEOUT_MS, ANSWER_MAX);
  if ('silence' in answer) {
    const error = errorLine('webhook', null, answer.silence);
    return { outcome: 'failed-temporarily', status: null, error, retryAfterSeconds: null };
  }
  return secrets ? resultOfReceiver(answer, now) : resultOfChat(answer, now);
}

const failedWith = (answer: ProviderAnswer, now: Instant, words = reasonOf(answer.status)): WebhookAttempt => ({
  outcome: 'failed-temporarily',
  status: answer.status,
  error: errorLine('webhook', answer.status, words),
  retryAfterSeconds: parseRetryAfter(answer.headers.get('retry-after'), now) ?? retryAfterIn(answer.body),
});

/** Standard Webhooks: whatever is no success is tried again, but a 410 is the wish to be left alone. */
function resultOfReceiver(answer: ProviderAnswer, now: Instant): WebhookAttempt {
  const { status } = answer;
  if (status >= 200 && status < 300) return { outcome: 'sent', status };
  if (status !== 410) return failedWith(answer, now);
  return { outcome: 'failed', status, error: errorLine('webhook', status, reasonOf(status)), cause: 'gone' };
}

/** A chat that does not know the address (any more) never will; one that refuses the message will refuse it again. */
function resultOfChat(answer: ProviderAnswer, now: Instant): WebhookAttempt {
  const { status } = answer;
  const verdict = verdictOfStatus(status);
  if (verdict === 'sent') return { outcome: 'sent', status };
  if (verdict === 'temporary' || (status >= 300 && status < 400)) return failedWith(answer, now);
  const isGone = [401, 403, 404, 410].includes(status);
  const words = isGone ? 'the chat does not take messages at this address any more' : 'the chat refused the message';
  return { outcome: 'failed', status, error: errorLine('webhook', status, words), cause: isGone ? 'gone' : 'setup' };
}

const seconds = z.number().min(0);
const patience = z.union([
  z.object({ parameters: z.object({ retry_after: seconds }) }).transform(({ parameters }) => parameters.retry_after),
  z.object({ retry_after: seconds }).transform(({ retry_after }) => retry_after),
]);

/** Seconds that Telegram and Discord name in their answer. */
function retryAfterIn(body: string): number | null {
  const named = readJson(patience, body);
  return named === null ? null : Math.ceil(named);
}

function reasonOf(status: number): string {
  if (status === 410) return 'the receiver wants no more';
  if (status >= 300 && status < 400) return 'the receiver redirects, which is not followed';
  return 'the receiver did not take it';
}
