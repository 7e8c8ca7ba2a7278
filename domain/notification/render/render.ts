import type { Channel } from '../channels';
import type { NotificationContent, RenderedMessage } from '../content';
import { renderEmail } from './email';
import { renderPush } from './push';
import { renderSlack } from './slack';
import { renderSms } from './sms';
import { renderVoice } from './voice';
import { renderWhatsapp } from './whatsapp';

/**
 * The content in the words of a channel. The same content always gives the same message: a provider may refuse another
 * body under the same idempotency key (PROVIDERS: Resend).
 */
export function renderMessage(channel: Channel, content: NotificationContent): RenderedMessage {
  switch (channel) {
    case 'email':
      return renderEmail(content);
    case 'sms':
      return renderSms(content);
    case 'voice':
      return renderVoice(content);
    case 'whatsapp':
      return renderWhatsapp(content);
    case 'push':
      return renderPush(content);
    case 'slack':
      return renderSlack(content);
    default:
      return channel satisfies never;
  }
}
