import { IntegrationTable } from '~/components/integration/integration-table';
import { typeName } from '~/components/integration/types.server';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const where = { context, request };
  const { integration, service } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const cursor = searchParams.get('cursor') ?? undefined;
  const serviceId = searchParams.get('service') ?? undefined;
  const [list, services] = await Promise.all([
    integration.list({ limit: PER_PAGE, ...(cursor ? { cursor } : {}), ...(serviceId ? { serviceId } : {}) }),
    everyPage(service.list),
  ]);
  const { data, nextCursor } = unwrap(list, where);
  const names = new Map(unwrap(services, where).map(({ id, name }) => [id, name]));
  const done = searchParams.get('done');
  for (const name of ['_routes', 'done']) searchParams.delete(name);
  return {
    integrations: data.map(({ id, name, type, enabled, serviceId: of }) => {
      return { id, name, enabled, tool: typeName(type), service: names.get(of) ?? 'A deleted service' };
    }),
    nextCursor,
    search: searchParams.toString(),
    filter: serviceId ? (names.get(serviceId) ?? null) : null,
    mayWrite: viewer.permissions.includes('config.write'),
    removed: done === 'remove',
  };
}

export const meta = () => pageTitle('Integrations');

export default function Integrations() {
  const { integrations, nextCursor, search, filter, mayWrite, removed } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/integrations/new">Add integration</LinkButton> : null;
  return (
    <>
      <PageHeader title={filter ? `Integrations of ${filter}` : 'Integrations'}>
        {filter ? <LinkButton to="/integrations">Show all</LinkButton> : null}
        {integrations.length > 0 ? create : null}
      </PageHeader>
      <NoticeRegion>
        {removed ? (
          <Notice glyph="check">
            <p>The integration is deleted. Its key works no longer; incidents it opened go on.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {integrations.length > 0 ? (
        <IntegrationTable integrations={integrations} />
      ) : (
        <EmptyState action={create}>
          There is no integration yet. One takes the alerts of one tool for one service.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
