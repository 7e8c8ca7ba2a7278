import { Table } from '~/ui/table';
import { IntegrationState } from './integration-state';

export type ListedIntegration = { id: string; name: string; tool: string; service: string; enabled: boolean };

export const integrationPath = ({ id }: { id: string }): string => `/integrations/${encodeURIComponent(id)}`;

/** Integrations, a line each: which tool, and for which service. */
export function IntegrationTable({ integrations }: { integrations: readonly ListedIntegration[] }) {
  return (
    <Table
      label="Integrations"
      rows={integrations}
      keyOf={({ id }) => id}
      main={{ label: 'Name', to: integrationPath, text: ({ name }) => name }}
      columns={[
        { label: 'Tool', width: 'm', cell: ({ tool }) => tool },
        { label: 'Service', width: 'm', cell: ({ service }) => service },
        { label: 'State', width: 's', cell: ({ enabled }) => <IntegrationState enabled={enabled} /> },
      ]}
      under={({ tool, service, enabled }) =>
        [tool, service, enabled ? null : 'switched off'].filter(Boolean).join(' · ')
      }
    />
  );
}
