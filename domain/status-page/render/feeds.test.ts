import { expect, it } from 'vitest';
import { atom, jsonFeed, rss } from './feeds';
import type { View } from './layout';
import { samplePage } from './page.testing';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const HOSTILE = 'A <b> & "c" \u0000\u000b]]> \ud800 😀';

function hostileView(): View {
  const page = samplePage(NOW, 'PARTIAL_OUTAGE');
  const reports = page.reports.map((report) => ({
    ...report,
    title: HOSTILE,
    updates: report.updates.map((update) => ({ ...update, body: HOSTILE })),
  }));
  return { page: { ...page, name: HOSTILE, reports }, url: 'https://status.example.com', language: 'en' };
}

const TAG = /<(\/?)([a-z][\w:]*)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/gi;

/** What keeps a document from being well-formed XML; it has neither CDATA nor comments. */
function problemOf(document: string): string | null {
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  if (/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(body)) return 'a character that XML does not have';
  const text = body.replace(TAG, '');
  if (/[<>]/.test(text)) return 'a bare bracket';
  if (/&(?!(amp|lt|gt|quot|#\d+);)/.test(body)) return 'a bare ampersand';
  const open: string[] = [];
  for (const [, isEnd, name = '', isEmpty] of body.matchAll(TAG)) {
    if (isEnd && open.pop() !== name) return `</${name}> closes nothing`;
    if (!isEnd && !isEmpty) open.push(name);
  }
  return open.length === 0 ? null : `<${open.join('> <')}> stays open`;
}

it.each([
  ['RSS', rss],
  ['Atom', atom],
])('%s is well-formed whatever somebody writes', (_name, make) => {
  const document = make(hostileView());
  expect(problemOf(document)).toBeNull();
  expect(problemOf(document.replace('</title>', ''))).not.toBeNull();
  expect(document.match(/<(item|entry)>/g)).toHaveLength(5);
});

it('the JSON feed has what version 1.1 asks for', () => {
  const feed = JSON.parse(jsonFeed(hostileView()));
  expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', feed_url: expect.any(String) });
  const ids = feed.items.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(5);
  for (const item of feed.items)
    expect(item).toMatchObject({ url: expect.stringMatching(/^https:/), content_html: expect.any(String) });
});
