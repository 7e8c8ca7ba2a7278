import { escapedWithin, escapeSlack } from '../../notification/render/slack-text';
import type { News } from './news';

const mrkdwn = (text: string) => ({ type: 'mrkdwn', text, verbatim: true });
const joined = (parts: readonly string[], mark: string): string => parts.filter((part) => part !== '').join(mark);

/** Blocks for an incoming webhook; `text` is what notifications and screen readers say. No button: nobody would answer it. */
export function renderSlack(news: News): string {
  const heading = `*${escapedWithin(news.heading, 200)}*`;
  const title = escapedWithin(news.title, 600);
  const said = escapedWithin(news.said, 900);
  const description = escapedWithin(news.description, 1_200);
  const facts = news.facts.map(([name, value]) => `${name}: ${escapedWithin(value, 160)}`).join(' · ');
  const links = news.links.map(([label, url]) => `<${escapeSlack(url)}|${escapeSlack(label)}>`).join('  ');
  return JSON.stringify({
    text: joined([heading, title, said], '\n'),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'section', text: mrkdwn(`${heading}\n${title}`) },
      { type: 'section', text: mrkdwn(joined([said, description], '\n')) },
      { type: 'context', elements: [mrkdwn(joined([facts, escapedWithin(news.sender, 200)], ' · '))] },
      { type: 'section', text: mrkdwn(links) },
    ],
  });
}
