import { AcknowledgeAll } from '~/components/incident/acknowledge-all';
import { AcknowledgedNotice } from '~/components/incident/acknowledged-notice';
import { BulkBar } from '~/components/incident/bulk-bar';
import { BulkNotice } from '~/components/incident/bulk-notice';
import { ExportLinks } from '~/components/incident/export-links';
import { OWN_NAMES, readFilter } from '~/components/incident/filter.server';
import { IncidentFilters } from '~/components/incident/incident-filters';
import { IncidentTable } from '~/components/incident/incident-table';
import { SavedViews } from '~/components/incident/saved-views';
import { signalOf } from '~/components/incident/signal';
import { runBulkCommand, tickedOf } from '~/lib/bulk-command.server';
import { refusal, unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { keyed } from '~/lib/keyed';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { NoticeRegion, RefusalNotice } from '~/ui/notice';
import { AsOf, EmptyState, PageHeader } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { viewSearch } from '../../domain/incident/saved-view';
import type { IncidentSummary } from '../../domain/incident/view';

const PER_PAGE = 50;
/** While they are not known the list stands by itself. */
const NO_CHOICES = { services: [], users: [], teams: [], fields: [], views: [] };
const MAY_NOT = 'Your role may read incidents, not change them. Ask an administrator for the role Responder.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { incident } = operationsOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readFilter(searchParams, viewer.timezone);
  const cursor = searchParams.get('cursor') ?? undefined;
  const mayRespond = viewer.permissions.includes('incident.respond');
  const [list, choices] = await Promise.all([
    incident.list({ ...filter.filter, ...(cursor ? { cursor } : {}), limit: PER_PAGE }),
    incident.choices(),
  ]);
  const page = unwrap(list, { context, request });
  for (const own of OWN_NAMES.filter((name) => name !== 'cursor')) searchParams.delete(own);
  return {
    incidents: page.data,
    nextCursor: page.nextCursor,
    filter,
    search: searchParams.toString(),
    choices: choices.ok ? choices.value : NO_CHOICES,
    kept: viewSearch(searchParams.toString()),
    mayRespond,
    mayDeclare: viewer.permissions.includes('incident.declare'),
    signal: signalOf(page.data),
  };
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { timezone } = requirePermission(context, request, 'incident.respond', MAY_NOT);
  const form = await request.formData();
  const answer = await runBulkCommand(operationsOf(context).incident, form, { now: context.now, timeZone: timezone });
  if (answer.ok) return { outcome: answer.value, at: context.requestId };
  const { data: refused, init } = refusal(answer.error, 'bulk', form, { context, request });
  return data({ refused, ticked: tickedOf(form) }, init ?? undefined);
}

/** What something can be merged into. */
const unresolved = (incidents: readonly IncidentSummary[]) => incidents.filter(({ status }) => status !== 'RESOLVED');

export const meta = () => pageTitle('Incidents');

export default function Incidents() {
  const { incidents, nextCursor, filter, search, choices, kept, mayRespond, mayDeclare } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const done = answer && 'outcome' in answer ? answer : undefined;
  const { refused, ticked = [] } = answer && 'refused' in answer ? answer : {};
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
      <AcknowledgedNotice />
      {mayRespond ? <AcknowledgeAll incidents={incidents} back="/incidents" /> : null}
      <SavedViews views={choices.views} search={kept} isFiltered={filter.active} />
      <IncidentFilters filter={filter} choices={choices} />
      <NoticeRegion>{done ? <BulkNotice key={done.at} outcome={done.outcome} /> : null}</NoticeRegion>
      {refused ? <RefusalNotice refusal={refused} /> : null}
      {incidents.length > 0 ? (
        <IncidentTable
          key={done?.at}
          label="Incidents"
          incidents={incidents}
          wide
          selectable={mayRespond}
          ticked={ticked}
        />
      ) : filter.active ? (
        <EmptyState action={<LinkButton to="/incidents">Clear the filter</LinkButton>}>
          No incident matches this filter.
        </EmptyState>
      ) : (
        <EmptyState action={<LinkButton to="/incidents?status=any">Show resolved ones</LinkButton>}>
          Nothing is open.
        </EmptyState>
      )}
      {mayRespond && incidents.length > 0 ? (
        <BulkBar people={choices} mergeTargets={unresolved(incidents)} refusal={refused} />
      ) : null}
      <Pagination search={search} nextCursor={nextCursor} />
      {incidents.length > 0 ? <ExportLinks search={search} /> : null}
    </>
  );
}
