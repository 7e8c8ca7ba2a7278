import { paletteGroups } from '~/components/keyboard/palette-groups';
import { searchEverything } from '~/components/keyboard/search.server';
import { SearchResults } from '~/components/keyboard/search-results';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { EmptyState, PageHeader } from '~/ui/page';
import { SearchForm } from '~/ui/search-form';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requireViewer(context, request);
  const q = (new URL(request.url).searchParams.get('q') ?? '').trim().slice(0, 200);
  return { q, found: q === '' ? null : await searchEverything(context, q) };
}

export const meta = () => pageTitle('Search');

/** What the palette finds, as a page: for whoever has no keyboard at hand, and without scripts. */
export default function Search() {
  const { q, found } = useLoaderData<typeof loader>();
  const groups = found ? paletteGroups(q, [], found) : [];
  return (
    <>
      <PageHeader title="Search" />
      <SearchForm label="Incident, service, person, team or policy" q={q} clearTo="/search" />
      {found && groups.length === 0 ? <EmptyState>Nothing found for “{q}”.</EmptyState> : null}
      <SearchResults groups={groups} />
    </>
  );
}
