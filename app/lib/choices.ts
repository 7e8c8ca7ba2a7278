import type { Page, PageInput } from '../../domain/shared/page';
import { ok, type Result } from '../../domain/shared/result';
import { everyPage } from './every-page';
import type { Named } from './operations';

/** A select with more entries than this is no help to anybody. */
const MOST = 1000;

type List<T> = (page: PageInput) => Promise<Result<Page<T>>>;

/** The entries of a list, to choose from by name. */
export async function choicesOf<T extends Named>(
  list: List<T>,
  offered: (entry: T) => boolean = () => true,
): Promise<Result<Named[]>> {
  const all = await everyPage(list);
  if (!all.ok) return all;
  const named = all.value.filter(offered).map(({ id, name }) => ({ id, name }));
  return ok(named.slice(0, MOST));
}

/** The same where the page can do without: who may not see the list gets none to choose from. */
export async function choicesOrNone<T extends Named>(list: List<T>, offered?: (entry: T) => boolean): Promise<Named[]> {
  const choices = await choicesOf(list, offered);
  return choices.ok ? choices.value : [];
}
