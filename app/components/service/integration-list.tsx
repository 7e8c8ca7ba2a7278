import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';

type Listed = { id: string; name: string; tool: string; enabled: boolean };

/** Where alerts come from. */
export function IntegrationList({ integrations }: { integrations: readonly Listed[] }) {
  return (
    <Section title="Integrations">
      {integrations.length > 0 ? (
        <Table
          label="Integrations"
          rows={integrations}
          keyOf={({ id }) => id}
          main={{ label: 'Name', to: ({ id }) => `/integrations/${id}`, text: ({ name }) => name }}
          columns={[
            { label: 'Tool', width: 'm', cell: ({ tool }) => tool },
            { label: 'State', width: 's', cell: stateOf },
          ]}
          under={(one) => `${one.tool} · ${stateOf(one).toLowerCase()}`}
        />
      ) : (
        <EmptyState>
          No integration yet: alerts cannot reach this service, people can still declare incidents.
        </EmptyState>
      )}
    </Section>
  );
}

const stateOf = ({ enabled }: Listed): string => (enabled ? 'On' : 'Switched off');
