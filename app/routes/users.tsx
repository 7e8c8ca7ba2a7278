import { matchesFilter, pageOf, readUserFilter } from '~/components/user/filter';
import { UserFilters } from '~/components/user/user-filters';
import { UserTable } from '~/components/user/user-table';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
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
  const everybody = unwrap(await everyPage(operationsOf(context).user.list), { context, request });
  const found = everybody.filter((user) => matchesFilter(filter, user));
  const page = pageOf(found, searchParams.get('cursor'), PER_PAGE);
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
    search: searchParams.toString(),
    viewerId: viewer.id,
    mayInvite: viewer.permissions.includes('people.write'),
  };
}

export const meta = () => pageTitle('People');

export default function Users() {
  const { users, nextCursor, filter, search, viewerId, mayInvite } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title="People">
        {mayInvite ? <LinkButton to="/users/new">Invite somebody</LinkButton> : null}
      </PageHeader>
      <UserFilters filter={filter} />
      {users.length > 0 ? (
        <UserTable users={users} viewerId={viewerId} />
      ) : (
        <EmptyState action={<LinkButton to="/users">Show everybody</LinkButton>}>
          Nobody matches this filter.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
