import * as z from 'zod';
import { cut } from '../../../domain/notification/render/plain';
import { parseRetryAfter, verdictOfStatus } from '../../../domain/notification/retry';
import type { Instant } from '../../../domain/shared/time';
import { errorLine } from '../error-line';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed, faultOf } from '../fault';
import { httpSender } from '../http-sender';
import { readJson } from '../json';
import type { OutgoingMessage, Sender, SendResult } from '../sender';
import { SLACK_ERRORS, slackErrorCode } from './errors';

type SlackSettings = { botToken: string; apiUrl: string };

const TEXT_MAX = 40_000;

/**
 * Writes to a member's direct messages. The provider id is `channel/ts`: what it takes to change the message later. There is
 * no idempotency; the notification's id is in the metadata, so that a repeat can be found.
 */
export const slackSender = (settings: SlackSettings): Sender =>
  httpSender({
    provider: 'slack',
    channel: 'slack',
    secrets: [settings.botToken],
    requestOf: (message) => requestOf(settings, message),
    resultOf,
  });

function requestOf({ botToken, apiUrl }: SlackSettings, message: OutgoingMessage): ProviderRequest {
  const { id, to, text, blocks, incidentId } = message;
  const post = {
    channel: to,
    text: cut(text, TEXT_MAX),
    ...(blocks ? { blocks } : {}),
    // A link from an alert must not fetch and show its page.
    unfurl_links: false,
    unfurl_media: false,
    metadata: {
      event_type: 'opsknight_notification',
      event_payload: { notification: id, ...(incidentId ? { incident: incidentId } : {}) },
    },
  };
  return {
    url: `${apiUrl}/chat.postMessage`,
    headers: { Authorization: `Bearer ${botToken}`, 'Content-Type': 'application/json; charset=utf-8' },
    body: JSON.stringify(post),
  };
}

const answerOf = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), channel: z.string(), ts: z.string() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** Success and failure are both HTTP 200: `ok` tells which. A 200 that cannot be read may have been either. */
function resultOf({ status, headers, body }: ProviderAnswer, now: Instant): SendResult {
  const answer = readJson(answerOf, body);
  if (status === 200 && answer?.ok) return { outcome: 'sent', providerId: `${answer.channel}/${answer.ts}` };
  const wait = parseRetryAfter(headers.get('retry-after'), now);
  if (!answer || answer.ok) {
    const verdict = verdictOfStatus(status);
    return failed(verdict === 'sent' ? 'temporary' : verdict, errorLine('slack', status, ''), wait);
  }
  const fault = faultOf(status, slackErrorCode(answer.error), SLACK_ERRORS);
  return failed(fault === 'sent' ? 'message' : fault, errorLine('slack', null, answer.error), wait);
}
