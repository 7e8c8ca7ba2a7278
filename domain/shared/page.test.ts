import { describe, expect, it } from 'vitest';
import { failure } from './errors';
import { decodeCursor, encodeCursor, entriesOf, type Page, pageInput, pagesOf, toPage } from './page';
import { err, ok, type Result } from './result';

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

describe('a whole list', () => {
  const asked: (string | undefined)[] = [];
  /** Pages of two out of 1 to 5; the one that `broken` names fails. */
  const list =
    (broken?: string) =>
    async ({ cursor }: { cursor?: string }): Promise<Result<Page<number>>> => {
      asked.push(cursor);
      if (broken !== undefined && cursor === broken) return err(failure('invalid', 'Broken.'));
      const from = Number(cursor ?? 1);
      return ok({ data: [from, from + 1].filter((n) => n <= 5), nextCursor: from + 2 > 5 ? null : String(from + 2) });
    };

  it('is all of its pages, or no more of them than hold what is wanted', async () => {
    expect(await entriesOf(list())).toEqual(ok([1, 2, 3, 4, 5]));
    expect(await entriesOf(list(), 3)).toEqual(ok([1, 2, 3, 4]));
  });

  it('fails where a page does', async () => {
    expect(await entriesOf(list('5'))).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it('asks for a page when the one before has been used', async () => {
    asked.length = 0;
    const pages = pagesOf(list());
    await pages.next();
    expect(asked).toEqual([undefined]);
    await pages.next();
    expect(asked).toEqual([undefined, '3']);
  });
});
