import type { ActionLinks, NotificationContent, RenderedMessage } from '../content';
import { newsOf, rank, sentence, serviceOf, titleOf, whyOf, wordsOf } from './facts';

const SMS_MAX = 320;
const TITLE_MIN = 40;

/**
 * One line of at most `max` characters that ends in the link. The title gives way first, then the reason goes; the link
 * is never cut, so only an address of hundreds of characters makes it longer. "..." keeps a text within GSM-7. With
 * `links` it is the one that acknowledges: its page also shows the incident; a code to reply with stands before it.
 */
export function shortText(content: NotificationContent, max: number, links: ActionLinks | null): string {
  const { number } = content.incident;
  const words = wordsOf(content);
  const news = newsOf(content);
  const over = news === null ? '' : `${news}${words.mail.colon.trimEnd()}`;
  const parts = [over, rank(content), number === null ? '' : `#${number}`, serviceOf(content)];
  const head = `${parts.filter((part) => part !== '').join(' ')}: `;
  const reason = whyOf(content, 120);
  const reply = links?.replyCode ? `${words.text.reply(links.replyCode)} ` : '';
  const end = links ? `${reply}${words.text.acknowledge} ${links.acknowledge}` : content.url;
  const room = max - head.length - end.length - 1;
  const roomBesideReason = room - reason.length - 2;
  if (reason === '' || roomBesideReason < TITLE_MIN) {
    return `${head}${titleOf(content, Math.max(TITLE_MIN, room), '...')} ${end}`;
  }
  return `${head}${sentence(titleOf(content, roomBesideReason, '...'))} ${reason} ${end}`;
}

/** A text message of at most 320 characters (two segments of GSM-7, five where other letters force UCS-2). */
export const renderSms = (content: NotificationContent, links: ActionLinks | null): RenderedMessage => ({
  subject: null,
  text: shortText(content, SMS_MAX, links),
  html: null,
});
