import { expect, it } from 'vitest';
import { publicationInput, publicationOf, suggestedWords, whyNotPublic } from './publication';

const input = publicationInput.parse({ pageId: 'spg_1', title: 'Checkout was down', summary: ' Orders failed. ' });
const made = { id: 'pub_1', postmortemId: 'pm_1', by: { kind: 'user' as const, name: 'Ana' }, now: 1000, before: null };

it('is shown to visitors only after the organisation has read it, and never of a private incident', () => {
  expect(whyNotPublic({ status: 'PUBLISHED' }, 'PUBLIC')).toBeNull();
  // The incident's row may be gone.
  expect(whyNotPublic({ status: 'PUBLISHED' }, null)).toBeNull();
  expect(whyNotPublic({ status: 'DRAFT' }, 'PUBLIC')).toMatch(/organisation first/);
  expect(whyNotPublic({ status: 'PUBLISHED' }, 'PRIVATE')).toMatch(/private/);
});

it('keeps its address and first day when its words change', () => {
  const first = publicationOf(input, made);
  const again = publicationOf(
    { ...input, title: 'Checkout was slow' },
    { ...made, id: 'pub_2', now: 2000, before: first },
  );
  expect(again).toMatchObject({ id: 'pub_1', publishedAt: 1000, updatedAt: 2000, title: 'Checkout was slow' });
});

it('suggests effects and remedies, and neither root cause nor lessons', () => {
  const impact = '## Impact\n**Nobody** lost money, see [the notice](https://example.test/n).';
  const sections = { summary: 'S', impact, rootCause: 'C', resolution: '`R`', lessons: 'L' };
  expect(suggestedWords({ title: 'T', sections })).toEqual({
    title: 'T',
    summary: 'S',
    body: 'Impact\nNobody lost money, see the notice (https://example.test/n).\n\nR',
  });
});
