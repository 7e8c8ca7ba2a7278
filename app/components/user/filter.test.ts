import { describe, expect, it } from 'vitest';
import { matchesFilter, pageOf, readUserFilter } from './filter';

const lucia = { name: 'Lucía Herrera', email: 'lucia@example.com', role: 'RESPONDER', status: 'ACTIVE' } as const;
const of = (query: string) => readUserFilter(new URLSearchParams(query));

describe('the filter of people', () => {
  it.each([
    ['', true],
    ['q=lucia', true],
    ['q=HERRERA+example', true],
    ['q=lucia+bell', false],
    ['role=ADMIN', false],
    ['role=RESPONDER&status=ACTIVE', true],
    ['status=DISABLED', false],
    ['role=KING&status=toString', true],
  ])('%s', (query, expected) => {
    expect(matchesFilter(of(query), lucia)).toBe(expected);
  });

  it('knows whether it is set', () => {
    expect(of('q=+&role=KING').active).toBe(false);
    expect(of('status=INVITED').active).toBe(true);
  });
});

describe('a page of people', () => {
  it.each([
    [null, [1, 2], '2'],
    ['2', [3], null],
    ['-1', [1, 2], '2'],
    ['99', [], null],
  ])('from %s', (cursor, data, nextCursor) => {
    expect(pageOf([1, 2, 3], cursor, 2)).toEqual({ data, nextCursor });
  });
});
