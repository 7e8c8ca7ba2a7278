import { headingOf, type Listing } from '~/lib/listing';
import { Table } from '~/ui/table';
import { IntegrationState } from './integration-state';

export type ListedIntegration = { id: string; name: string; tool: string; service: string; enabled: boolean };

export const integrationPath = ({ id }: { id: string }): string => `/integrations/${encodeURIComponent(id)}`;

type Props = { integrations: readonly ListedIntegration[]; listing: Listing<'name'> };

/** Integrations, a line each: which tool, and for which service. */
export function IntegrationTable({ integrations, listing }: Props) {
  return (
    <Table
      label="Integrations"
      rows={integrations}
      keyOf={({ id }) => id}
      main={{
        label: 'Name',
        sort: headingOf(listing, 'name', 'name'),
        to: integrationPath,
        text: ({ name }) => name,
      }}
      columns={[
        { label: 'Tool', width: 'l', cell: ({ tool }) => tool },
        { label: 'Service', width: 'm', cell: ({ service }) => service },
        { label: 'State', width: 's', cell: ({ enabled }) => <IntegrationState enabled={enabled} /> },
      ]}
      under={({ tool, service, enabled }) =>
        [tool, service, enabled ? null : 'switched off'].filter(Boolean).join(' · ')
      }
    />
  );
}
