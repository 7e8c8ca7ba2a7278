import { type Sort, sortOf } from '../../domain/shared/search';

/** A list as its address asks for it. */
export type Listing<By extends string> = {
  path: string;
  q: string;
  sort: Sort<By>;
  cursor: string | null;
  /** Its other filters, as they stand in the address. */
  rest: string;
};

const OWN = ['q', 'sort', 'cursor', 'done', '_routes'];

/** An order that there is not is the first column's. */
export function readListing<By extends string>(request: Request, columns: readonly [By, ...By[]]): Listing<By> {
  const { pathname, searchParams } = new URL(request.url);
  const rest = new URLSearchParams(searchParams);
  for (const name of OWN) rest.delete(name);
  return {
    path: pathname,
    q: (searchParams.get('q') ?? '').trim().slice(0, 200),
    sort: sortOf(searchParams.get('sort'), columns),
    cursor: searchParams.get('cursor'),
    rest: rest.toString(),
  };
}

/** `name`, or `-name` from the end. */
export const sortWord = <By extends string>({ by, down }: Sort<By>): By | `-${By}` => (down ? `-${by}` : by);

/** How the operation behind a list is asked for this page of it. */
export const pageRequest = ({ q, cursor }: { q: string; cursor: string | null }, limit: number) => ({
  limit,
  ...(q ? { q } : {}),
  ...(cursor ? { cursor } : {}),
});

/** The address of the same list in another order, from its first page. */
export function listingLink<By extends string>({ path, q, rest }: Listing<By>, sort: Sort<By>, usual: By): string {
  const params = new URLSearchParams(rest);
  if (q) params.set('q', q);
  if (sort.by !== usual || sort.down) params.set('sort', sortWord(sort));
  return `${path}${params.size > 0 ? `?${params}` : ''}`;
}

/** A column's heading: a second press turns the order round, and counts begin with the most. */
export function headingOf<By extends string>(listing: Listing<By>, by: By, usual: By, isCount = false) {
  const { sort } = listing;
  const isIt = sort.by === by;
  return {
    to: listingLink(listing, { by, down: isIt ? !sort.down : isCount }, usual),
    direction: isIt ? (sort.down ? ('descending' as const) : ('ascending' as const)) : null,
  };
}
