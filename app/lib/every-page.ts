import { entriesOf, type Page, type PageInput } from '../../domain/shared/page';
import type { Result } from '../../domain/shared/result';

const PER_PAGE = 100;
/** Beyond this a screen is slow before it is useful. */
const MOST = 2000;

/** All entries of a list, page after page: for screens that sift or look up by id. */
export const everyPage = <T>(list: (page: PageInput) => Promise<Result<Page<T>>>): Promise<Result<T[]>> =>
  entriesOf((page) => list({ limit: PER_PAGE, ...page }), MOST);
