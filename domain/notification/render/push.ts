import type { NotificationContent, RenderedMessage } from '../content';
import { openFor, rank, serviceOf, titleOf, whyOf } from './facts';
import { cut } from './plain';

const TITLE_MAX = 100;
const TEXT_MAX = 200;
const ALERT_MAX = 120;

/** A push message: what and where as its title, then the alert, how long, and why this person, in 200 characters. */
export function renderPush(content: NotificationContent): RenderedMessage {
  const open = openFor(content);
  const heading = `${rank(content)} · ${serviceOf(content)}`;
  const parts = [
    titleOf(content, ALERT_MAX),
    content.intent === 'page' && open ? `for ${open}` : '',
    whyOf(content, TEXT_MAX),
  ];
  return {
    subject: cut(content.intent === 'resolved' ? `Resolved · ${heading}` : heading, TITLE_MAX),
    text: cut(parts.filter((part) => part !== '').join(' · '), TEXT_MAX),
    html: null,
  };
}
