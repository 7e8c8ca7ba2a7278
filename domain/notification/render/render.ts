import type { Channel } from '../channels';
import type { ActionLinks, NotificationContent, RenderedMessage } from '../content';
import { renderBundle } from './bundle';
import { renderEmail } from './email';
import { renderPush } from './push';
import { renderSlack } from './slack';
import { renderSms } from './sms';
import { renderVoice } from './voice';
import { renderWhatsapp } from './whatsapp';

/**
 * The content in the words of a channel. The same content always gives the same message: a provider may refuse another
 * body under the same idempotency key (PROVIDERS: Resend). `links` only go with a page.
 */
export function renderMessage(
  channel: Channel,
  content: NotificationContent,
  given: ActionLinks | null = null,
): RenderedMessage {
  const links = content.intent === 'page' ? given : null;
  if (content.bundle) return renderBundle(channel, content, content.bundle, links);
  switch (channel) {
    case 'email':
      return renderEmail(content, links);
    case 'sms':
      return renderSms(content, links);
    case 'voice':
      return renderVoice(content, links?.keys === true);
    case 'whatsapp':
      return renderWhatsapp(content, links);
    case 'push':
      return renderPush(content, links);
    case 'slack':
      return renderSlack(content);
    default:
      return channel satisfies never;
  }
}
