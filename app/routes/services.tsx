import { SERVICE_COLUMNS, ServiceTable } from '~/components/service/service-table';
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

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const listing = readListing(request, SERVICE_COLUMNS);
  const { q, sort } = listing;
  const lines = await operationsOf(context).service.lines({ ...pageRequest(listing, PER_PAGE), sort });
  const { data, nextCursor } = unwrap(lines, { context, request });
  const { searchParams } = new URL(request.url);
  const done = searchParams.get('done');
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    services: data,
    nextCursor,
    listing,
    search: searchParams.toString(),
    isEmpty: data.length === 0 && q === '' && listing.cursor === null,
    mayWrite: viewer.permissions.includes('config.write'),
    done,
  };
}

export const meta = () => pageTitle('Services');

export default function Services() {
  const { services, nextCursor, listing, search, isEmpty, mayWrite, done } = useLoaderData<typeof loader>();
  const { q, sort } = listing;
  const create = mayWrite ? <LinkButton to="/services/new">Create service</LinkButton> : null;
  return (
    <>
      <PageHeader title="Services">{isEmpty ? null : create}</PageHeader>
      <NoticeRegion>
        {done === 'delete' ? (
          <Notice glyph="check">
            <p>The service is deleted. Its past incidents keep its name.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {isEmpty ? (
        <EmptyState action={create}>There is no service yet, so no alert can page anybody.</EmptyState>
      ) : (
        <>
          <SearchForm
            label="Find by name, team or policy"
            q={q}
            clearTo={listingLink({ ...listing, q: '' }, sort, 'name')}
            keep={{ sort: sort.by === 'name' && !sort.down ? '' : sortWord(sort) }}
          />
          {services.length > 0 ? (
            <ServiceTable services={services} listing={listing} mayWrite={mayWrite} />
          ) : (
            <EmptyState action={<LinkButton to="/services">Show all</LinkButton>}>No service matches “{q}”.</EmptyState>
          )}
          <Pagination search={search} nextCursor={nextCursor} />
        </>
      )}
    </>
  );
}
