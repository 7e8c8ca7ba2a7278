import { IntegrationTable } from '~/components/integration/integration-table';
import { typeName } from '~/components/integration/types.server';
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
  const where = { context, request };
  const { integration, name } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const listing = readListing(request, ['name']);
  const serviceId = searchParams.get('service') ?? undefined;
  const list = await integration.list({
    ...pageRequest(listing, PER_PAGE),
    sort: sortWord(listing.sort),
    ...(serviceId ? { serviceId } : {}),
  });
  const { data, nextCursor } = unwrap(list, where);
  const ids = [...data.map((one) => one.serviceId), ...(serviceId ? [serviceId] : [])];
  const names = new Map(unwrap(await name.of({ kind: 'SERVICE', ids }), where).map((one) => [one.id, one.name]));
  const done = searchParams.get('done');
  for (const param of ['_routes', 'done']) searchParams.delete(param);
  return {
    integrations: data.map(({ id, name: called, type, enabled, serviceId: of }) => {
      return { id, name: called, enabled, tool: typeName(type), service: names.get(of) ?? 'A deleted service' };
    }),
    nextCursor,
    listing,
    serviceId: serviceId ?? '',
    isEmpty: data.length === 0 && listing.q === '' && listing.cursor === null,
    search: searchParams.toString(),
    filter: serviceId ? (names.get(serviceId) ?? null) : null,
    mayWrite: viewer.permissions.includes('config.write'),
    removed: done === 'remove',
  };
}

export const meta = () => pageTitle('Integrations');

export default function Integrations() {
  const { integrations, nextCursor, listing, serviceId, isEmpty, search, filter, mayWrite, removed } =
    useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/integrations/new">Add integration</LinkButton> : null;
  return (
    <>
      <PageHeader title={filter ? `Integrations of ${filter}` : 'Integrations'}>
        {filter ? <LinkButton to="/integrations">Show all</LinkButton> : null}
        {isEmpty ? null : create}
      </PageHeader>
      <NoticeRegion>
        {removed ? (
          <Notice glyph="check">
            <p>The integration is deleted. Its key works no longer; incidents it opened go on.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {isEmpty ? (
        <EmptyState action={create}>
          There is no integration yet. One takes the alerts of one tool for one service.
        </EmptyState>
      ) : (
        <>
          <SearchForm
            label="Find by name"
            q={listing.q}
            clearTo={listingLink({ ...listing, q: '' }, listing.sort, 'name')}
            keep={{ service: serviceId, sort: listing.sort.down ? '-name' : '' }}
          />
          {integrations.length > 0 ? (
            <IntegrationTable integrations={integrations} listing={listing} />
          ) : (
            <EmptyState action={<LinkButton to="/integrations">Show all</LinkButton>}>
              No integration matches “{listing.q}”.
            </EmptyState>
          )}
        </>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
