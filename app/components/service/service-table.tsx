import type { ReactNode } from 'react';
import { Link } from '~/lib/rr';
import { Table } from '~/ui/table';
import { policyPath } from '../escalation-policy/words';
import type { ListedService, ServiceSort } from './listing';
import styles from './service-table.module.css';
import { servicePath } from './words';

type Props = {
  services: readonly ListedService[];
  sort: ServiceSort;
  sortLink: (by: ServiceSort['by']) => string;
  mayWrite: boolean;
};

/** Services, a line each, with who answers for them and what is open. */
export function ServiceTable({ services, sort, sortLink, mayWrite }: Props) {
  const heading = (by: ServiceSort['by']) => ({
    to: sortLink(by),
    direction: sort.by === by ? (sort.down ? ('descending' as const) : ('ascending' as const)) : null,
  });
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
