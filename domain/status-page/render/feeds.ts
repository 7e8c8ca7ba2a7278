import { toIso } from '../../shared/time';
import { pageWords } from '../languages/words';
import type { PublicReport, PublicUpdate } from '../public';
import type { View } from './layout';
import { prose } from './text';

/** Entries of a feed, newest first. */
const MOST = 50;

/** XML 1.0 knows no other control characters, even escaped. */
const xml = (text: string): string =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? '');

type Entry = { report: PublicReport; update: PublicUpdate; title: string; url: string; html: string };

/** Every update is an entry of its own, so that readers show it as news. */
function entriesOf({ page, url }: View): Entry[] {
  const words = pageWords(page.language);
  return page.reports
    .flatMap((report) => report.updates.map((update) => ({ report, update })))
    .toSorted((a, b) => b.update.at - a.update.at)
    .slice(0, MOST)
    .map(({ report, update }) => ({
      report,
      update,
      title: `${words.statuses[update.status]}: ${report.title}`,
      url: `${url}/reports/${report.id}#${update.id}`,
      html: prose(update.body),
    }));
}

const rfc822 = (at: number): string => new Date(at).toUTCString();

export function rss(view: View): string {
  const { page, url } = view;
  const title = pageWords(page.language).title(page.name);
  const items = entriesOf(view).map(
    (one) =>
      `<item><title>${xml(one.title)}</title><link>${xml(one.url)}</link><guid isPermaLink="false">${xml(one.update.id)}</guid><pubDate>${rfc822(one.update.at)}</pubDate><description>${xml(one.html)}</description></item>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel><title>${xml(title)}</title><link>${xml(url)}</link><description>${xml(page.description ?? title)}</description><language>${page.language}</language><lastBuildDate>${rfc822(page.updatedAt)}</lastBuildDate><atom:link href="${xml(`${url}/history.rss`)}" rel="self" type="application/rss+xml"/>${items.join('')}</channel></rss>\n`;
}

export function atom(view: View): string {
  const { page, url } = view;
  const title = pageWords(page.language).title(page.name);
  const entries = entriesOf(view).map(
    (one) =>
      `<entry><id>${xml(one.url)}</id><title>${xml(one.title)}</title><link href="${xml(one.url)}"/><published>${toIso(one.update.at)}</published><updated>${toIso(one.update.at)}</updated><content type="html">${xml(one.html)}</content></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${page.language}"><id>${xml(`${url}/`)}</id><title>${xml(title)}</title><updated>${toIso(page.updatedAt)}</updated><author><name>${xml(page.name)}</name></author><link href="${xml(url)}"/><link rel="self" href="${xml(`${url}/history.atom`)}"/>${entries.join('')}</feed>\n`;
}

/** JSON Feed 1.1. */
export function jsonFeed(view: View): string {
  const { page, url } = view;
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: pageWords(page.language).title(page.name),
    home_page_url: url,
    feed_url: `${url}/feed.json`,
    language: page.language,
    items: entriesOf(view).map((one) => ({
      id: one.update.id,
      url: one.url,
      title: one.title,
      content_html: one.html,
      date_published: toIso(one.update.at),
      tags: [one.report.kind, one.update.status],
    })),
  });
}
