import { escapedTo, escapeHtml } from './escaped';
import type { News } from './news';

const html = (text: string, max: number): string => escapedTo(text, max, escapeHtml);

/** A `sendMessage` in Telegram's HTML, below its 4,096 characters. The chat is named by the address (`?chat_id=`). */
export function renderTelegram(news: News, chatId: string): string {
  const facts = news.facts.map(([name, value]) => `${name}: ${html(value, 120)}`).join(' · ');
  const links = news.links.map(([label, url]) => `<a href="${escapeHtml(url)}">${escapeHtml(label)}</a>`).join('  ');
  const text = [
    `<b>${html(news.heading, 200)}</b>`,
    html(news.title, 500),
    html(news.said, 800),
    html(news.description, 900),
    facts,
    links,
  ]
    .filter((part) => part !== '')
    .join('\n');
  return JSON.stringify({ chat_id: chatId, text, parse_mode: 'HTML', link_preview_options: { is_disabled: true } });
}
