import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor, pageInput, toPage } from './page';

describe('pages', () => {
  it('reads its own cursors, in any script', () => {
    const key = ['Größe 東京 "x"', 'svc_1'];
    const cursor = encodeCursor(key);
    expect(cursor).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(decodeCursor(cursor, 2)).toEqual(key);
  });

  it.each(['', '%%%', 'bm90IGpzb24', encodeCursor(['one']), btoa('[1,2]'), btoa('{"a":1}'), btoa('\xff')])(
    'refuses %j as a cursor of two parts',
    (cursor) => expect(decodeCursor(cursor, 2)).toBeNull(),
  );

  it('names the last row it shows while there is more', () => {
    const page = toPage(['a', 'b', 'c'], 2, (row) => [row]);
    expect(page).toEqual({ data: ['a', 'b'], nextCursor: encodeCursor(['b']) });
    expect(toPage(['a', 'b'], 2, (row) => [row]).nextCursor).toBeNull();
    expect(toPage([], 2, (row: string) => [row])).toEqual({ data: [], nextCursor: null });
  });

  it('defaults to 50 rows and takes numbers from a query', () => {
    expect(pageInput.parse({})).toEqual({ limit: 50 });
    expect(pageInput.parse({ limit: '7' }).limit).toBe(7);
    expect(pageInput.safeParse({ limit: '101' }).success).toBe(false);
  });
});
