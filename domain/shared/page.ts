import * as z from 'zod';
import { ok, type Result } from './result';

const DEFAULT_LIMIT = 50;

/** `?limit=` (1 to 100, default 50) and `?cursor=` of every list (INTERFACES, HTTP). */
export const pageInput = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(DEFAULT_LIMIT),
  cursor: z.string().max(2000).optional(),
});
export type PageInput = z.output<typeof pageInput>;

/** What a list is asked for by code: the same, with nothing that has to be said. */
export type PageRequest = Partial<PageInput>;
export const limitOf = ({ limit = DEFAULT_LIMIT }: PageRequest): number => limit;

/** One page of a list; `nextCursor` is null on the last. */
export type Page<T> = { data: T[]; nextCursor: string | null };

/** The sort key of a page's last row as an opaque word: base64url of its JSON. */
export function encodeCursor(key: readonly string[]): string {
  const bytes = new TextEncoder().encode(JSON.stringify(key));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

/** The sort key that a cursor holds; null for anything that `encodeCursor` with `length` parts did not make. */
export function decodeCursor(cursor: string, length: number): string[] | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
    const key: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    const isKey = Array.isArray(key) && key.length === length && key.every((part) => typeof part === 'string');
    return isKey ? key : null;
  } catch {
    return null;
  }
}

/** Cuts the row too many that was asked for, to know whether there is another page. */
export function toPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): Page<T> {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last ? encodeCursor(keyOf(last)) : null };
}

type List<T> = (page: { cursor?: string }) => Promise<Result<Page<T>>>;

/** The pages of a list, each asked for when the one before has been used. One that fails is the last. */
export async function* pagesOf<T>(list: List<T>): AsyncGenerator<Result<T[]>, void> {
  let cursor: string | null = null;
  do {
    const page: Result<Page<T>> = await list(cursor === null ? {} : { cursor });
    if (!page.ok) {
      yield page;
      return;
    }
    yield ok(page.value.data);
    cursor = page.value.nextCursor;
  } while (cursor !== null);
}

/** All entries of a list, or no more pages than hold `most`. Failures: the list's. */
export async function entriesOf<T>(list: List<T>, most = Number.POSITIVE_INFINITY): Promise<Result<T[]>> {
  const found: T[] = [];
  for await (const page of pagesOf(list)) {
    if (!page.ok) return page;
    found.push(...page.value);
    if (found.length >= most) break;
  }
  return ok(found);
}
