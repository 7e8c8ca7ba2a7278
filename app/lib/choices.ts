import type { Page, PageInput } from '../../domain/shared/page';
import { ok, type Result } from '../../domain/shared/result';
import type { Named } from './operations';

const PER_PAGE = 100;
/** A select with more entries than this is no help to anybody. */
const MOST = 1000;

type List<T> = (page: PageInput) => Promise<Result<Page<T>>>;

/** All entries of a list, to choose from by name. */
export async function choicesOf<T extends Named>(
  list: List<T>,
  offered: (entry: T) => boolean = () => true,
): Promise<Result<Named[]>> {
  const found: Named[] = [];
  let cursor: string | undefined;
  do {
    const page = await list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}) });
    if (!page.ok) return page;
    found.push(...page.value.data.filter(offered).map(({ id, name }) => ({ id, name })));
    cursor = page.value.nextCursor ?? undefined;
  } while (cursor && found.length < MOST);
  return ok(found);
}

/** The same where the page can do without: who may not see the list gets none to choose from. */
export async function choicesOrNone<T extends Named>(list: List<T>, offered?: (entry: T) => boolean): Promise<Named[]> {
  const choices = await choicesOf(list, offered);
  return choices.ok ? choices.value : [];
}
