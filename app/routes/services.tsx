import { UNRESOLVED } from '~/components/incident/words';
import { listed, readListing, sortLink } from '~/components/service/listing';
import { ServiceTable } from '~/components/service/service-table';
import { choicesOrNone } from '~/lib/choices';
import { everyPage } from '~/lib/every-page';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { Notice, NoticeRegion } from '~/ui/notice';
import { EmptyState, PageHeader } from '~/ui/page';
import { SearchForm } from '~/ui/search-form';

/** Open incidents that are counted; in a storm of more the counts are a floor. */
const COUNTED = 100;

export async function loader({ context, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const { service, team, escalationPolicy, incident } = operationsOf(context);
  const [services, teams, policies, incidents] = await Promise.all([
    everyPage(service.list),
    choicesOrNone(team.list),
    choicesOrNone(escalationPolicy.list),
    incident.list({ status: UNRESOLVED, limit: COUNTED }),
  ]);
  const open = incidents.ok ? incidents.value.data : [];
  const { searchParams } = new URL(request.url);
  const { q, sort } = readListing(searchParams);
  const all = unwrap(services, { context, request }).map(({ id, name, teamId, escalationPolicyId }) => ({
    id,
    name,
    team: teams.find((one) => one.id === teamId) ?? null,
    policy: policies.find((one) => one.id === escalationPolicyId) ?? null,
    open: open.filter(({ serviceId }) => serviceId === id).length,
  }));
  return {
    services: listed(all, q, sort),
    total: all.length,
    q,
    sort,
    isFloor: incidents.ok && incidents.value.nextCursor !== null,
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
  };
}

export const meta = () => pageTitle('Services');

export default function Services() {
  const { services, total, q, sort, isFloor, mayWrite, done } = useLoaderData<typeof loader>();
  const create = mayWrite ? <LinkButton to="/services/new">Create service</LinkButton> : null;
  return (
    <>
      <PageHeader title="Services">{total > 0 ? create : null}</PageHeader>
      <NoticeRegion>
        {done === 'delete' ? (
          <Notice glyph="check">
            <p>The service is deleted. Its past incidents keep its name.</p>
          </Notice>
        ) : null}
      </NoticeRegion>
      {total === 0 ? (
        <EmptyState action={create}>There is no service yet, so no alert can page anybody.</EmptyState>
      ) : (
        <>
          <SearchForm
            label="Find by name, team or policy"
            q={q}
            clearTo={sortLink('', { ...sort, down: !sort.down }, sort.by)}
            keep={{ sort: sort.by === 'name' && !sort.down ? '' : `${sort.down ? '-' : ''}${sort.by}` }}
          />
          {services.length > 0 ? (
            <ServiceTable
              services={services}
              sort={sort}
              sortLink={(by) => sortLink(q, sort, by)}
              mayWrite={mayWrite}
            />
          ) : (
            <EmptyState action={<LinkButton to="/services">Show all</LinkButton>}>No service matches “{q}”.</EmptyState>
          )}
          {isFloor ? (
            <p>
              More than {COUNTED} incidents are open: the newest {COUNTED} are counted.
            </p>
          ) : null}
        </>
      )}
    </>
  );
}
