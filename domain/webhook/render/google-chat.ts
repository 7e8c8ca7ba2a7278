import { escapedTo, escapeHtml } from './escaped';
import type { News } from './news';

const html = (text: string, max: number): string => escapedTo(text, max, escapeHtml).replaceAll('\n', '<br>');
const paragraph = (text: string) => ({ textParagraph: { text } });

/** A card (version 2). Its texts are HTML, so what an alert says is escaped; `<users/all>` would ring only in `text`. */
export function renderGoogleChat(news: News): string {
  const facts = news.facts.map(([name, value]) => `${name}: ${html(value, 160)}`).join(' · ');
  const widgets = [
    paragraph(`<b>${html(news.heading, 200)}</b>`),
    paragraph(html(news.title, 600)),
    paragraph(html(news.said, 900)),
    ...(news.description === '' ? [] : [paragraph(html(news.description, 1_200))]),
    paragraph([facts, html(news.sender, 200)].filter((part) => part !== '').join(' · ')),
    { buttonList: { buttons: news.links.map(([text, url]) => ({ text, onClick: { openLink: { url } } })) } },
  ];
  return JSON.stringify({ cardsV2: [{ cardId: 'event', card: { sections: [{ widgets }] } }] });
}
