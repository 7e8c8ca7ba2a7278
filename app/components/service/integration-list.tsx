import { EmptyState, Section } from '~/ui/page';
import { Table } from '~/ui/table';
import { Time } from '~/ui/time';
import type { Instant } from '../../../domain/shared/time';

/** `lastAt`: its last real alert; null: none yet; undefined: it was not asked. */
type Listed = { id: string; name: string; tool: string; enabled: boolean; lastAt?: Instant | null | undefined };

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
            { label: 'Last alert', width: 's', cell: ({ lastAt }) => <LastAlert at={lastAt} /> },
            { label: 'State', width: 's', cell: stateOf },
          ]}
          under={(one) => (
            <>
              {one.tool} · {stateOf(one).toLowerCase()} · <LastAlert at={one.lastAt} none="no alert yet" />
            </>
          )}
        />
      ) : (
        <EmptyState>
          No integration yet: alerts cannot reach this service, people can still declare incidents.
        </EmptyState>
      )}
    </Section>
  );
}

const LastAlert = ({ at, none = 'None yet' }: { at: Listed['lastAt']; none?: string }) =>
  at === undefined ? '—' : at === null ? none : <Time at={at} />;

const stateOf = ({ enabled }: Listed): string => (enabled ? 'On' : 'Switched off');
