import type { Heartbeat } from '~/lib/heartbeats';
import { Table } from '~/ui/table';
import { Moment } from '~/ui/time';

/** The newest pings, a line each. */
export function Pings({ pings }: Pick<Heartbeat, 'pings'>) {
  if (pings.length === 0) return <p>None has come yet.</p>;
  return (
    <Table
      label="Pings"
      rows={pings}
      keyOf={({ at, agent }) => `${at} ${agent}`}
      main={{ label: 'What', text: ({ failed }) => (failed ? 'Failed' : 'Well') }}
      columns={[
        { label: 'When', width: 'l', cell: ({ at }) => <Moment at={at} /> },
        { label: 'From', width: 'l', cell: ({ agent }) => agent || 'not told' },
      ]}
      under={({ at, agent }) => (
        <>
          <Moment at={at} /> {agent ? `· ${agent}` : ''}
        </>
      )}
    />
  );
}
