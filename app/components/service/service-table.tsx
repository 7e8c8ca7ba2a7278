import type { ReactNode } from 'react';
import { headingOf, type Listing } from '~/lib/listing';
import type { ServiceLine } from '~/lib/paging';
import { Link } from '~/lib/rr';
import { Table } from '~/ui/table';
import { policyPath } from '../escalation-policy/words';
import styles from './service-table.module.css';
import { servicePath } from './words';

export const SERVICE_COLUMNS = ['name', 'team', 'policy', 'open'] as const;
type Column = (typeof SERVICE_COLUMNS)[number];
type Props = { services: readonly ServiceLine[]; listing: Listing<Column>; mayWrite: boolean };

/** Services, a line each, with who answers for them and what is open. */
export function ServiceTable({ services, listing, mayWrite }: Props) {
  const heading = (by: Column) => headingOf(listing, by, 'name', by === 'open');
  return (
    <Table
      label="Services"
      rows={services}
      keyOf={({ id }) => id}
      main={{ label: 'Service', sort: heading('name'), to: ({ id }) => servicePath(id), text: ({ name }) => name }}
      columns={[
        { label: 'Team', width: 'm', sort: heading('team'), cell: ({ team }) => team?.name ?? <Muted>No team</Muted> },
        {
          label: 'Escalation policy',
          width: 'l',
          sort: heading('policy'),
          cell: ({ policy }) =>
            policy ? <Link to={policyPath(policy.id)}>{policy.name}</Link> : <Alarm>None: nobody is paged</Alarm>,
        },
        {
          label: 'Open',
          width: 'xs',
          figure: true,
          sort: heading('open'),
          cell: ({ open }) => (open === 0 ? <Muted>0</Muted> : open),
        },
      ]}
      under={({ team, policy, open }) => (
        <>
          {policy ? null : <Alarm>Nobody is paged · </Alarm>}
          {[open > 0 ? `${open} open` : null, team?.name, policy?.name].filter(Boolean).join(' · ')}
        </>
      )}
      actions={
        mayWrite
          ? ({ id }) => [
              { to: `${servicePath(id)}/edit`, word: 'Edit' },
              { to: `${servicePath(id)}/delete`, word: 'Delete' },
            ]
          : undefined
      }
    />
  );
}

const Muted = ({ children }: { children: ReactNode }) => <span className={styles.muted}>{children}</span>;
const Alarm = ({ children }: { children: ReactNode }) => <span className={styles.alarm}>{children}</span>;
