import type { Integration } from '~/lib/paging';
import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';

/** Where alerts come from. */
export function IntegrationList({ integrations }: { integrations: readonly Integration[] }) {
  return (
    <Section title="Integrations">
      {integrations.length > 0 ? (
        <Table
          label="Integrations"
          rows={integrations}
          keyOf={({ id }) => id}
          main={{ label: 'Name', to: ({ id }) => `/integrations/${id}`, text: ({ name }) => name }}
          columns={[
            { label: 'Type', width: 'm', cell: ({ type }) => type },
            { label: 'State', width: 's', cell: stateOf },
          ]}
          under={(one) => `${one.type} · ${stateOf(one).toLowerCase()}`}
        />
      ) : (
        <EmptyState>
          No integration yet: alerts cannot reach this service, people can still declare incidents.
        </EmptyState>
      )}
    </Section>
  );
}

const stateOf = ({ enabled }: Integration): string => (enabled ? 'On' : 'Switched off');
