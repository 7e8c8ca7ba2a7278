import type { Page, PageRequest } from '../../domain/shared/page';
import { ok, type Result } from '../../domain/shared/result';

const PER_PAGE = 100;
/** Beyond this a screen is slow before it is useful. */
const MOST = 2000;

/** All entries of a list, page after page: for screens that sift or look up by id. */
export async function everyPage<T>(list: (page: PageRequest) => Promise<Result<Page<T>>>): Promise<Result<T[]>> {
  const found: T[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) });
    if (!page.ok) return page;
    found.push(...page.value.data);
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor && found.length < MOST);
  return ok(found);
}
