import * as z from 'zod';
import type { SlackBlock } from '../../../domain/notification/content';
import { cut } from '../../../domain/notification/render/plain';
import type { Instant } from '../../../domain/shared/time';
import type { ProviderAnswer, ProviderRequest } from '../exchange';
import { failed } from '../fault';
import { httpSender } from '../http-sender';
import type { OutgoingMessage, Sender, SendResult } from '../sender';
import { type SlackAccess, slackAnswer, slackRequest } from './call';

/** `sign` makes the value of a button out of an incident's id. */
export type SlackSettings = SlackAccess & { sign: (incidentId: string) => Promise<string> };

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

/** The blocks with every button's value signed. */
export const signedBlocks = (blocks: readonly SlackBlock[], sign: SlackSettings['sign']): Promise<SlackBlock[]> =>
  Promise.all(
    blocks.map(async (block): Promise<SlackBlock> => {
      if (block.type !== 'actions') return block;
      const elements = block.elements.map(async (button) =>
        'value' in button ? { ...button, value: await sign(button.value) } : button,
      );
      return { ...block, elements: await Promise.all(elements) };
    }),
  );

/** What every post carries: no previews, because a link from an alert must not fetch and show its page. */
export const postFields = (id: string, incidentId: string | undefined, text: string) => ({
  text: cut(text, TEXT_MAX),
  unfurl_links: false,
  unfurl_media: false,
  metadata: {
    event_type: 'opsknight_notification',
    event_payload: { notification: id, ...(incidentId ? { incident: incidentId } : {}) },
  },
});

async function requestOf(settings: SlackSettings, message: OutgoingMessage): Promise<ProviderRequest> {
  const { id, to, text, blocks, incidentId } = message;
  return slackRequest(settings, 'chat.postMessage', {
    channel: to,
    ...postFields(id, incidentId, text),
    ...(blocks ? { blocks: await signedBlocks(blocks, settings.sign) } : {}),
  });
}

export const postedAnswer = z.object({ channel: z.string(), ts: z.string() });

function resultOf(answer: ProviderAnswer, now: Instant): SendResult {
  const read = slackAnswer(postedAnswer, answer, now);
  if (read.ok) return { outcome: 'sent', providerId: `${read.value.channel}/${read.value.ts}` };
  const result = failed(read.fault, read.error, read.retryAfterSeconds);
  return result.outcome === 'failed' && read.reconnect ? { ...result, reconnect: read.reconnect } : result;
}
