import { describe, expect, it } from 'vitest';
import { markdownToHtml } from './markdown.server';

describe('a note', () => {
  it.each([
    ['<script>alert(1)</script>', /<script/i],
    ['<img src=x onerror=alert(1)>', /<img/i],
    ['[x](javascript:alert(1))', /href="javascript/i],
    ['[x](data:text/html,<script>)', /href="data/i],
    ['![x](https://tracker.example/p.png)', /<img/i],
    ['<a href="javascript:alert(1)" onclick="x">y</a>', /<a [^>]*onclick/i],
  ])('carries nothing that runs: %s', (source, forbidden) => {
    expect(markdownToHtml(source)).not.toMatch(forbidden);
  });

  it('keeps what people write', () => {
    expect(markdownToHtml('**bold** [dash](https://g.example)')).toBe(
      '<p><strong>bold</strong> <a rel="nofollow noopener" href="https://g.example">dash</a></p>',
    );
  });
});
