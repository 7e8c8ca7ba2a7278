import type { Channel } from '../notification/channels';
import type { RenderedMessage } from '../notification/content';
import { wordsFor } from '../notification/words/words';
import type { MessageContent } from './content';
import { mailOf } from './mail';
import { frameOf, wordsOf } from './words';

/** Slack's three control characters: names must not become mentions (RELIABILITY B10). */
const escapeSlack = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

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
