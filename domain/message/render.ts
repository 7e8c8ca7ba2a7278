import type { Channel } from '../notification/channels';
import type { RenderedMessage } from '../notification/content';
import { escapeSlack } from '../notification/render/slack-text';
import { wordsFor } from '../notification/words/words';
import type { MessageContent } from './content';
import { mailOf } from './mail';
import { frameOf, wordsOf } from './words';

/** The content in the words of a channel. The same content always gives the same message. */
export function renderContent(channel: Channel, content: MessageContent): RenderedMessage {
  const words = wordsOf(content);
  switch (channel) {
    case 'email':
      return mailOf(content, words);
    case 'sms':
    case 'whatsapp':
      return { subject: null, text: words.short, html: null };
    case 'push':
      return { subject: words.subject, text: words.short, html: null };
    case 'slack':
      return { subject: null, text: escapeSlack(words.short), html: null };
    case 'voice':
      return {
        subject: null,
        text: `${frameOf(content.locale).greeting} ${words.spoken}`,
        html: null,
        spokenAs: wordsFor(content.locale).spokenAs,
      };
    default:
      return channel satisfies never;
  }
}
