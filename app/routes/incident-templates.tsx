import { SettingsHeader } from '~/components/settings/settings-tabs';
import styles from '~/components/webhook/webhook-page.module.css';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Pagination } from '~/ui/pagination';
import { Table } from '~/ui/table';
import { URGENCY_WORDS } from '~/ui/urgency-badge';

const WHO_MAY = 'Incident templates are for administrators. Ask one to change them.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  const cursor = new URL(request.url).searchParams.get('cursor');
  const list = await operationsOf(context).incidentTemplate.list({ limit: 50, ...(cursor ? { cursor } : {}) });
  const { data, nextCursor } = unwrap(list, { context, request });
  return { templates: data, nextCursor, search: cursor ? `cursor=${cursor}` : '' };
}

export const meta = () => pageTitle('Incident templates');

export default function IncidentTemplates() {
  const { templates, nextCursor, search } = useLoaderData<typeof loader>();
  const create = <LinkButton to="/settings/incident-templates/new">Add template</LinkButton>;
  return (
    <>
      <SettingsHeader />
      {templates.length > 0 ? (
        <>
          <div className={styles.head}>
            <p>What a declared incident can begin with. Whoever declares may change all of it.</p>
            {create}
          </div>
          <Table
            label="Incident templates"
            rows={templates}
            keyOf={({ id }) => id}
            main={{ label: 'Name', to: ({ id }) => `/settings/incident-templates/${id}`, text: ({ name }) => name }}
            columns={[
              { label: 'Title', width: 'xl', cell: ({ title }) => title },
              { label: 'Urgency', width: 's', cell: ({ urgency }) => (urgency ? URGENCY_WORDS[urgency] : '') },
            ]}
            under={({ title }) => title}
          />
        </>
      ) : (
        <EmptyState action={create}>
          There is no template yet. One fills in the form of an incident that is declared by hand.
        </EmptyState>
      )}
      <Pagination search={search} nextCursor={nextCursor} />
    </>
  );
}
