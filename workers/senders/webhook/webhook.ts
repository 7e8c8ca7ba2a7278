import { parseRetryAfter } from '../../../domain/notification/retry';
import { type Instant, SECOND } from '../../../domain/shared/time';
import { errorLine } from '../error-line';
import { exchange } from '../exchange';
import { webhookHeaders } from './signature';
import { readWebhookTarget } from './target';

/** One event for one subscriber. `body` is the JSON that is signed and sent as it stands, below 20 KB. */
export type WebhookCall = { id: string; url: string; secrets: readonly string[]; body: string };

/**
 * What became of it. `failed-temporarily` is tried again on the schedule of Standard Webhooks, never before
 * `retryAfterSeconds`. `failed`: by `gone` the receiver wants no more (410), by `setup` ours cannot be sent.
 */
export type WebhookResult =
  | { outcome: 'sent'; status: number }
  | { outcome: 'failed-temporarily'; status: number | null; error: string; retryAfterSeconds: number | null }
  | { outcome: 'failed'; status: number | null; error: string; cause: 'gone' | 'setup' };

/** RELIABILITY, security choices: 10 s and a capped body for outgoing webhooks. */
const TIMEOUT_MS = 10_000;
const ANSWER_MAX = 4 * 1024;

const refuse = (words: string): WebhookResult => ({
  outcome: 'failed',
  status: null,
  error: errorLine('webhook', null, words),
  cause: 'setup',
});

/**
 * Posts one signed event (PROVIDERS: Outgoing webhooks) and never throws. Only a 2xx is success; a redirect is a failure and
 * is not followed. Errors hold neither the address nor what the receiver wrote, which could be anybody's words.
 */
export async function sendWebhook(
  { id, url, secrets, body }: WebhookCall,
  allowLoopback: boolean,
  now: Instant,
): Promise<WebhookResult> {
  const target = readWebhookTarget(url, allowLoopback);
  if (!target.ok) return refuse(`the address ${target.error}`);
  const signed = await webhookHeaders(secrets, { id, sentAt: Math.floor(now / SECOND), body });
  if (!signed) return refuse('the secret must be whsec_ and 24 to 64 bytes in base64');
  const request = { url: target.value.href, headers: { 'Content-Type': 'application/json', ...signed }, body };
  const answer = await exchange(request, TIMEOUT_MS, ANSWER_MAX);
  if ('silence' in answer) {
    const error = errorLine('webhook', null, answer.silence);
    return { outcome: 'failed-temporarily', status: null, error, retryAfterSeconds: null };
  }
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { outcome: 'sent', status };
  const error = errorLine('webhook', status, reasonOf(status));
  if (status === 410) return { outcome: 'failed', status, error, cause: 'gone' };
  const retryAfterSeconds = parseRetryAfter(headers.get('retry-after'), now);
  return { outcome: 'failed-temporarily', status, error, retryAfterSeconds };
}

function reasonOf(status: number): string {
  if (status === 410) return 'the receiver wants no more';
  if (status >= 300 && status < 400) return 'the receiver redirects, which is not followed';
  return 'the receiver did not take it';
}
