import type { ActionLinks, NotificationContent, RenderedMessage } from '../content';
import { shortText } from './sms';

const WHATSAPP_MAX = 900;

/** One line, because WhatsApp refuses line ends in the variable of a template, and a page can only be a template. */
export const renderWhatsapp = (content: NotificationContent, links: ActionLinks | null): RenderedMessage => ({
  subject: null,
  text: shortText(content, WHATSAPP_MAX, links),
  html: null,
});
