import { readFilter, statusesOf } from '~/components/incident/filter';
import { IncidentFilters } from '~/components/incident/incident-filters';
import { IncidentTable } from '~/components/incident/incident-table';
import { signalOf } from '~/components/incident/signal';
import { choicesOrNone } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { keyed } from '~/lib/keyed';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';

const PER_PAGE = 50;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { incident, service } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readFilter(searchParams);
  const cursor = searchParams.get('cursor') ?? undefined;
  const [list, services] = await Promise.all([
    incident.list({
      ...(statusesOf(filter) ? { status: statusesOf(filter) } : {}),
      ...(filter.urgency ? { urgency: [filter.urgency] } : {}),
      ...(filter.service ? { serviceId: filter.service } : {}),
      ...(filter.assignee ? { assignee: filter.assignee } : {}),
      ...(filter.q ? { q: filter.q } : {}),
      ...(cursor ? { cursor } : {}),
      limit: PER_PAGE,
    }),
    choicesOrNone(service.list),
  ]);
  const { data, nextCursor } = unwrap(list, { context, request });
  searchParams.delete('_routes');
  return {
    incidents: data,
    nextCursor,
    filter,
    search: searchParams.toString(),
    services,
    mayDeclare: viewer.permissions.includes('incident.declare'),
    signal: signalOf(data),
  };
}

export const meta = () => pageTitle('Incidents');

export default function Incidents() {
  const { incidents, nextCursor, filter, search, services, mayDeclare } = useLoaderData<typeof loader>();
  useFreshData(30);
  return (
    <>
      <PageHeader title="Incidents">
        <AsOf />
        {mayDeclare ? (
          <LinkButton to="/incidents/new" {...keyed('c', 'Declare incident')}>
            Declare incident
          </LinkButton>
        ) : null}
      </PageHeader>
      <IncidentFilters filter={filter} services={services} />
      {incidents.length > 0 ? (
        <IncidentTable label="Incidents" incidents={incidents} wide />
      ) : filter.active ? (
        <EmptyState action={<LinkButton to="/incidents">Clear the filter</LinkButton>}>
          No incident matches this filter.
        </EmptyState>
      ) : (
        <EmptyState action={<LinkButton to="/incidents?status=any">Show resolved ones</LinkButton>}>
          Nothing is open.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
