import { IncidentTable } from '~/components/incident/incident-table';
import { signalOf } from '~/components/incident/signal';
import { byNeed, UNRESOLVED } from '~/components/incident/words';
import { typeName } from '~/components/integration/types.server';
import { WindowNotice } from '~/components/maintenance/window-notice';
import { IntegrationList } from '~/components/service/integration-list';
import { PagedNow } from '~/components/service/paged-now';
import { ReadinessList } from '~/components/service/readiness-list';
import { ServiceFacts } from '~/components/service/service-facts';
import { ServiceNotices } from '~/components/service/service-notices';
import { servicePath } from '~/components/service/words';
import { choicesOrNone } from '~/lib/choices';
import { unwrap } from '~/lib/failure';
import { useFreshData } from '~/lib/fresh';
import { operationsOf } from '~/lib/operations';
import { Link, type LoaderFunctionArgs, type MetaFunction, useLoaderData } from '~/lib/rr';
import { requireViewer } from '~/lib/session';
import { pageTitle } from '~/lib/title';
import { Breadcrumbs } from '~/ui/breadcrumbs';
import { LinkButton } from '~/ui/button';
import { Columns } from '~/ui/columns';
import { EmptyState, PageHeader, Section } from '~/ui/page';
import { URGENCIES } from '../../domain/incident/incident';
import styles from './service.module.css';

const SHOWN = 25;

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const viewer = requireViewer(context, request);
  const id = params.id ?? '';
  const where = { context, request };
  const { searchParams } = new URL(request.url);
  const urgency = URGENCIES.find((one) => one === searchParams.get('urgency'));
  const { service, team, escalationPolicy, integration, incident, maintenanceWindow } = operationsOf(context);
  const found = unwrap(await service.get({ id }), where);
  const [paged, ready, teams, policies, integrations, incidents, windows] = await Promise.all([
    service.pagedNow({ id, ...(urgency ? { urgency } : {}) }),
    service.readiness({ id }),
    choicesOrNone(team.list),
    choicesOrNone(escalationPolicy.list),
    integration.list({ serviceId: id, limit: 100 }),
    incident.list({ serviceId: [id], status: UNRESOLVED, limit: SHOWN }),
    maintenanceWindow.list({ serviceId: id, when: 'current', limit: 10 }),
  ]);
  const open = unwrap(incidents, where);
  const { checks, heard } = unwrap(ready, where);
  return {
    service: found,
    paged: unwrap(paged, where),
    ready: checks,
    team: teams.find((one) => one.id === found.teamId) ?? null,
    policy: policies.find((one) => one.id === found.escalationPolicyId) ?? null,
    integrations: unwrap(integrations, where).data.map(({ id: one, name, type, enabled }) => {
      const lastAt = heard.find(({ integrationId }) => integrationId === one)?.lastAt;
      return { id: one, name, tool: typeName(type), enabled, lastAt };
    }),
    windows: unwrap(windows, where).data,
    incidents: [...open.data].sort(byNeed),
    hasMore: open.nextCursor !== null,
    mayWrite: viewer.permissions.includes('config.write'),
    done: searchParams.get('done'),
    changed: searchParams.get('changed') ?? '',
    signal: signalOf(open.data),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.service.name ?? 'Service');

export default function Service() {
  const page = useLoaderData<typeof loader>();
  const { service, paged, ready, team, policy, integrations, incidents, hasMore, mayWrite, done, changed } = page;
  const { windows } = page;
  useFreshData(60);
  const path = servicePath(service.id);
  return (
    <>
      <Breadcrumbs trail={[{ to: '/services', word: 'Services' }]} />
      <PageHeader title={service.name}>
        {mayWrite ? (
          <>
            <LinkButton to={`${path}/edit`}>Edit service</LinkButton>
            <LinkButton to={`/maintenance-windows/new?service=${encodeURIComponent(service.id)}`} look="quiet">
              Plan maintenance
            </LinkButton>
            <LinkButton to={`${path}/watchers`} look="quiet">
              Watchers
            </LinkButton>
          </>
        ) : null}
      </PageHeader>
      {service.description ? <p className={styles.description}>{service.description}</p> : null}
      <div className={styles.notices}>
        <ServiceNotices
          done={done}
          changed={changed}
          service={service}
          hasIntegrations={integrations.length > 0}
          mayWrite={mayWrite}
        />
        <WindowNotice windows={windows} />
      </div>
      <Columns facts={<ServiceFacts service={service} team={team} policy={policy} mayWrite={mayWrite} />}>
        <PagedNow serviceId={service.id} paged={paged} />
        <Section
          title="Open incidents"
          aside={
            <Link to={`/incidents?status=any&serviceId=${encodeURIComponent(service.id)}`}>
              {hasMore ? `First ${SHOWN}; all of them` : 'Past ones too'}
            </Link>
          }
        >
          {incidents.length > 0 ? (
            <IncidentTable label="Open incidents" incidents={incidents} services={false} />
          ) : (
            <EmptyState>Nothing is open.</EmptyState>
          )}
        </Section>
        <ReadinessList checks={ready} />
        <IntegrationList integrations={integrations} />
      </Columns>
    </>
  );
}
