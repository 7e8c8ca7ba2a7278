import { KIND_WORDS } from '~/components/custom-field/words';
import { SettingsHeader } from '~/components/settings/settings-tabs';
import styles from '~/components/webhook/webhook-page.module.css';
import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import { requirePermission } from '~/lib/permission';
import { type LoaderFunctionArgs, useLoaderData } from '~/lib/rr';
import { pageTitle } from '~/lib/title';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/page';
import { Table } from '~/ui/table';

const WHO_MAY = 'Custom fields are for administrators. Ask one to change them.';

export async function loader({ context, request }: LoaderFunctionArgs) {
  requirePermission(context, request, 'config.write', WHO_MAY);
  return { fields: unwrap(await operationsOf(context).customField.list(), { context, request }).data };
}

export const meta = () => pageTitle('Custom fields');

export default function CustomFields() {
  const { fields } = useLoaderData<typeof loader>();
  const create = <LinkButton to="/settings/custom-fields/new">Add field</LinkButton>;
  return (
    <>
      <SettingsHeader />
      {fields.length > 0 ? (
        <>
          <div className={styles.head}>
            <p>What your organisation wants to know of each incident, beside what every incident has.</p>
            {create}
          </div>
          <Table
            label="Custom fields"
            rows={fields}
            keyOf={({ id }) => id}
            main={{ label: 'Name', to: ({ id }) => `/settings/custom-fields/${id}`, text: ({ name }) => name }}
            columns={[
              { label: 'Kind', width: 'm', cell: ({ kind }) => KIND_WORDS[kind] },
              { label: 'Key', width: 'l', cell: ({ key }) => <code>{key}</code> },
              { label: 'Needed', width: 's', cell: ({ isRequired }) => (isRequired ? 'Required' : 'Optional') },
            ]}
            under={({ kind, key, isRequired }) =>
              [KIND_WORDS[kind], key, isRequired && 'required'].filter(Boolean).join(' · ')
            }
          />
        </>
      ) : (
        <EmptyState action={create}>
          There is no custom field yet. One asks each incident for a fact of yours, such as the affected region.
        </EmptyState>
      )}
    </>
  );
}
