import { readUserFilter } from '~/components/user/filter';
import { UserFilters } from '~/components/user/user-filters';
import { UserTable } from '~/components/user/user-table';
import { unwrap } from '~/lib/failure';
import { pageRequest, readListing, sortWord } from '~/lib/listing';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { searchParams } = new URL(request.url);
  const filter = readUserFilter(searchParams);
  const listing = readListing(request, ['name']);
  const found = await operationsOf(context).user.list({
    ...pageRequest(listing, PER_PAGE),
    sort: sortWord(listing.sort),
    role: filter.role || undefined,
    status: filter.status || undefined,
  });
  const page = unwrap(found, { context, request });
  searchParams.delete('_routes');
  return {
    users: page.data.map(({ id, name, email, role, status, timezone }) => ({
      id,
      name,
      email,
      role,
      status,
      timezone,
    })),
    nextCursor: page.nextCursor,
    filter,
    listing,
    search: searchParams.toString(),
    viewerId: viewer.id,
    mayInvite: viewer.permissions.includes('people.write'),
  };
}

export const meta = () => pageTitle('People');

export default function Users() {
  const { users, nextCursor, filter, listing, search, viewerId, mayInvite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="People">
        {mayInvite ? <LinkButton to="/users/new">Invite somebody</LinkButton> : null}
      </PageHeader>
      <UserFilters filter={filter} sort={listing.sort.down ? '-name' : ''} />
      {users.length > 0 ? (
        <UserTable users={users} viewerId={viewerId} listing={listing} mayWrite={mayInvite} />
      ) : (
        <EmptyState action={<LinkButton to="/users">Show everybody</LinkButton>}>
          Nobody matches this filter.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
