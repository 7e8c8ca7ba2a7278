import { toIso } from '../../shared/time';
import { escapedTo, escapeMarkdown } from './escaped';
import type { News } from './news';

const COLOR: Record<News['tone'], number> = {
  open: 0xb0211a,
  acknowledged: 0x855300,
  resolved: 0x12614f,
  quiet: 0x6b6860,
};

const within = (text: string, max: number): string => escapedTo(text, max, escapeMarkdown);

/** One embed (at most 6,000 characters in all, of which this takes half); `allowed_mentions` lets nothing ring. */
export function renderDiscord(news: News): string {
  const [[, url] = ['', ''], ...others] = news.links;
  const links = others.map(([label, to]) => `[${label}](${encodedForMarkdown(to)})`).join('  ');
  return JSON.stringify({
    content: '',
    allowed_mentions: { parse: [] },
    embeds: [
      {
        author: { name: news.heading.slice(0, 256) },
        title: within(news.title, 256),
        url,
        description: [within(news.said, 700), within(news.description, 800), links]
          .filter((part) => part !== '')
          .join('\n\n'),
        color: COLOR[news.tone],
        fields: news.facts.map(([name, value]) => ({ name, value: within(value, 160), inline: true })),
        footer: { text: news.sender },
        timestamp: toIso(news.at),
      },
    ],
  });
}

/** A bracket would end the link early. */
const encodedForMarkdown = (url: string): string => url.replaceAll('(', '%28').replaceAll(')', '%29');
