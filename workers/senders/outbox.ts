import type { Channel } from '../../domain/notification/channels';
import { slackAsText } from '../../domain/slack/as-text';
import type { Env } from '../env';
import { errorLine } from './error-line';
import type { Sender } from './sender';

export const OUTBOX_NAME = 'outbox';

/** Puts messages of any channel into the local outbox, where they can be read as their receiver would see them. */
export function outboxSender(env: Pick<Env, 'OUTBOX'>, channel: Channel): Sender {
  return {
    provider: 'outbox',
    channel,
    async send(message) {
      try {
        const text = channel === 'slack' ? slackAsText(message) : message.text;
        const { id } = await env.OUTBOX.getByName(OUTBOX_NAME).add({ ...message, text });
        return { outcome: 'sent', providerId: id };
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error);
        return { outcome: 'failed-temporarily', error: errorLine('outbox', null, words), retryAfterSeconds: null };
      }
    },
  };
}
