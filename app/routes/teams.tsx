import { TeamTable } from '~/components/team/team-table';
import { unwrap } from '~/lib/failure';
import { listingLink, pageRequest, readListing, sortWord } from '~/lib/listing';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { SearchForm } from '~/ui/search-form';

const PER_PAGE = 50;
const COUNTED_NOTHING = { lead: null, members: 0, paged: 0, services: 0 };

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { team } = operationsOf(context);
  const listing = readListing(request, ['name']);
  const teams = unwrap(await team.list({ ...pageRequest(listing, PER_PAGE), sort: sortWord(listing.sort) }), where);
  const lines = unwrap(await team.lines({ ids: teams.data.map(({ id }) => id) }), where);
  const { searchParams } = new URL(request.url);
  const removed = searchParams.get('done') === 'delete';
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    teams: teams.data.map(({ id, name }) => {
      return { ...COUNTED_NOTHING, ...lines.find((line) => line.id === id), id, name };
    }),
    nextCursor: teams.nextCursor,
    listing,
    search: searchParams.toString(),
    isEmpty: teams.data.length === 0 && listing.q === '' && listing.cursor === null,
    mayWrite: viewer.permissions.includes('config.write'),
    removed,
  };
}

export const meta = () => pageTitle('Teams');

export default function Teams() {
  const { teams, nextCursor, listing, search, isEmpty, mayWrite, removed } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/teams/new">Create team</LinkButton> : null;
  return (
    <>
      <PageHeader title="Teams">{isEmpty ? null : create}</PageHeader>
      <NoticeRegion>
        {removed ? (
          <Notice glyph="check">
            <p>The team is deleted. Its members stay.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {isEmpty ? (
        <EmptyState action={create}>
          There is no team yet. A team owns services, and can be paged as a whole.
        </EmptyState>
      ) : (
        <>
          <SearchForm
            label="Find by name"
            q={listing.q}
            clearTo={listingLink({ ...listing, q: '' }, listing.sort, 'name')}
            keep={{ sort: listing.sort.down ? '-name' : '' }}
          />
          {teams.length > 0 ? (
            <TeamTable teams={teams} listing={listing} mayWrite={mayWrite} />
          ) : (
            <EmptyState action={<LinkButton to="/teams">Show all</LinkButton>}>
              No team matches “{listing.q}”.
            </EmptyState>
          )}
          <Pagination search={search} nextCursor={nextCursor} />
        </>
      )}
    </>
  );
}
