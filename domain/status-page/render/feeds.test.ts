import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { atom, jsonFeed, rss } from './feeds';
import { hostileText } from './hostile.testing';
import type { View } from './layout';
import { samplePage } from './page.testing';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const URL_OF = 'https://status.example.com';
const SEEDS = Array.from({ length: 20 }, (_, seed) => seed);

function viewOf(text: string): View {
  const page = samplePage(NOW, 'PARTIAL_OUTAGE');
  const reports = page.reports.map((report) => ({
    ...report,
    title: text,
    updates: report.updates.map((update) => ({ ...update, body: text })),
  }));
  return { page: { ...page, name: text, description: text, reports }, url: URL_OF, language: 'en' };
}

type Node = { name: string; attributes: Record<string, string>; text: string; children: Node[] };

/** A document as a strict parser of XML with namespaces reads it; throws at the first thing that is not well-formed. */
function parsed(document: string): Node {
  const root: Node = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value]);
    const node: Node = { name, attributes: Object.fromEntries(values), text: '', children: [] };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const [top] = root.children;
  if (!top) throw new Error('no document');
  return top;
}

const all = (node: Node, name: string): Node[] => node.children.filter((child) => child.name === name);
const one = (node: Node, name: string): Node => {
  const [found, ...more] = all(node, name);
  if (!found || more.length > 0) throw new Error(`${name} stands there ${more.length + (found ? 1 : 0)} times`);
  return found;
};
/** What XML can hold of a text, which is what a reader is to see again. */
const kept = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/\r\n?/g, '\n');

describe('whatever somebody writes', () => {
  it.each(SEEDS)('RSS is what RSS 2.0 asks for, and says it again: text %i', (seed) => {
    const text = hostileText(seed);
    const document = parsed(rss(viewOf(text)));
    expect([document.name, document.attributes.version]).toEqual(['rss', '2.0']);
    const channel = one(document, 'channel');
    for (const name of ['title', 'link', 'description']) one(channel, name);
    expect(one(channel, 'description').text).toBe(kept(text));
    expect(one(channel, 'atom:link').attributes).toMatchObject({ rel: 'self', href: `${URL_OF}/history.rss` });
    const items = all(channel, 'item');
    expect(items).toHaveLength(5);
    expect(new Set(items.map((item) => one(item, 'guid').text)).size).toBe(5);
    for (const item of items) {
      expect(one(item, 'title').text.endsWith(kept(text))).toBe(true);
      expect(one(item, 'guid').attributes.isPermaLink).toBe('false');
      const at = one(item, 'pubDate').text;
      expect(new Date(at).toUTCString()).toBe(at);
      expect(URL.canParse(one(item, 'link').text)).toBe(true);
    }
  });

  it.each(SEEDS)('Atom is what RFC 4287 asks for, and says it again: text %i', (seed) => {
    const text = hostileText(seed);
    const feed = parsed(atom(viewOf(text)));
    expect([feed.name, feed.attributes.xmlns]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    for (const name of ['id', 'title', 'updated', 'author']) one(feed, name);
    expect(one(one(feed, 'author'), 'name').text).toBe(kept(text));
    expect(all(feed, 'link').map(({ attributes }) => attributes.rel)).toEqual([undefined, 'self']);
    const entries = all(feed, 'entry');
    expect(new Set(entries.map((entry) => one(entry, 'id').text)).size).toBe(5);
    for (const entry of entries) {
      expect(one(entry, 'title').text.endsWith(kept(text))).toBe(true);
      for (const name of ['updated', 'published'])
        expect(one(entry, name).text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
      expect(one(entry, 'content').attributes.type).toBe('html');
      // Markup of ours alone: what was written comes out as text.
      expect(
        one(entry, 'content').text.replace(/<\/?p>|<br>|<a href="[^"<>]*" rel="nofollow noopener">|<\/a>/g, ''),
      ).not.toMatch(/[<>]/);
    }
  });

  it.each(SEEDS)('the JSON feed has what version 1.1 asks for: text %i', (seed) => {
    const text = hostileText(seed);
    const feed = JSON.parse(jsonFeed(viewOf(text)));
    expect(feed).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      home_page_url: URL_OF,
      feed_url: `${URL_OF}/feed.json`,
      language: 'en',
    });
    expect(feed.title).toContain(text);
    expect(new Set(feed.items.map(({ id }: { id: unknown }) => id)).size).toBe(5);
    for (const item of feed.items) {
      expect([typeof item.id, typeof item.content_html]).toEqual(['string', 'string']);
      expect(URL.canParse(item.url)).toBe(true);
      expect(new Date(item.date_published).toISOString()).toBe(item.date_published);
      expect(item.tags.every((tag: unknown) => typeof tag === 'string')).toBe(true);
    }
  });
});

it('the parser of these tests is a strict one', () => {
  const document = rss(viewOf('Fine'));
  for (const broken of [
    document.replace('</title>', ''),
    document.replace('Fine', '&'),
    document.replace('Fine', '\u0001'),
  ])
    expect(() => parsed(broken)).toThrow();
});
