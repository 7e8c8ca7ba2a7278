import { micromark } from 'micromark';
import { expect, it } from 'vitest';
import { COMPONENT_STATES } from '../component';
import { hostileText } from './hostile.testing';
import { statusMarkdown } from './markdown';
import { samplePage } from './page.testing';

const NOW = Date.parse('2026-11-28T12:00:00Z');
const viewOf = (page: ReturnType<typeof samplePage>) =>
  ({ page, url: 'https://status.example.com', language: 'en' }) as const;

it.each(COMPONENT_STATES)('says the sentence, the components and what is under way: %s', (state) => {
  const text = statusMarkdown(viewOf(samplePage(NOW, state)));
  expect(text).toMatch(/^# Example Shop status\n\n> [A-Z][^\n]+ Last change \d+ \w+ 2026/);
  expect(text.match(/^- Shop: Checkout: /gm)).toHaveLength(1);
  expect(text.includes('/reports/')).toBe(state !== 'OPERATIONAL');
});

it.each([...[0, 1, 2, 3, 4, 5, 6, 7].map(hostileText), '1. a', '7) a', '- a', '+ a', '= a', '# a', '---'])(
  'has no markup but its own, whatever somebody writes: %j',
  (hostile) => {
    const page = samplePage(NOW, 'MAJOR_OUTAGE');
    const markupOf = (text: string): string =>
      (
        micromark(
          statusMarkdown(
            viewOf({
              ...page,
              name: text,
              description: text,
              components: page.components.map((one) => ({ ...one, name: text })),
              reports: page.reports.map((one) => ({
                ...one,
                title: text,
                components: [],
                updates: one.updates.map((update) => ({ ...update, body: text })),
              })),
            }),
          ),
          { allowDangerousHtml: true },
        ).match(/<\/?\w+/g) ?? []
      ).join('');
    expect(markupOf(hostile)).toBe(markupOf('Fine'));
  },
);
