import { expect, it } from 'vitest';
import { headingOf, listingLink, pageRequest, readListing } from './listing';

const read = (search: string) => readListing(new Request(`https://ops.test/services${search}`), ['name', 'open']);

it.each([
  ['', 'name', '/services?sort=-name', 'ascending'],
  ['?sort=-name&q=a+b', 'name', '/services?q=a+b', 'descending'],
  ['', 'open', '/services?sort=-open', null],
  ['?sort=-open', 'open', '/services?sort=open', 'descending'],
  ['?sort=nonsense', 'name', '/services?sort=-name', 'ascending'],
] as const)('on /services%s the heading %s leads to %s', (search, by, to, direction) => {
  expect(headingOf(read(search), by, 'name', by === 'open')).toEqual({ to, direction });
});

it('goes back to the first page in another order, and keeps what is looked for', () => {
  const listing = read('?q=web&cursor=abc');
  expect(listingLink(listing, { by: 'open', down: false }, 'name')).toBe('/services?q=web&sort=open');
  expect(pageRequest(listing, 50)).toEqual({ limit: 50, q: 'web', cursor: 'abc' });
  expect(pageRequest(read(''), 50)).toEqual({ limit: 50 });
});
