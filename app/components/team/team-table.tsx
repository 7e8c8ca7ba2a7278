import { useClock } from '~/lib/clock';
import { headingOf, type Listing } from '~/lib/listing';
import { countOf } from '~/lib/time';
import { Table } from '~/ui/table';
import styles from './team-table.module.css';
import { teamPath } from './words';

export type ListedTeam = {
  id: string;
  name: string;
  lead: string | null;
  members: number;
  paged: number;
  services: number;
};

type Props = { teams: readonly ListedTeam[]; listing: Listing<'name'>; mayWrite: boolean };

/** Teams, a line each, with how many people a page to the team reaches. */
export function TeamTable({ teams, listing, mayWrite }: Props) {
  const { locale } = useClock();
  return (
    <Table
      label="Teams"
      rows={teams}
      keyOf={({ id }) => id}
      main={{ label: 'Name', sort: headingOf(listing, 'name', 'name'), to: teamPath, text: ({ name }) => name }}
      columns={[
        { label: 'Lead', width: 'm', cell: ({ lead }) => lead ?? <span className={styles.none}>Nobody</span> },
        { label: 'Members', width: 's', cell: ({ members }) => members },
        { label: 'Get pages', width: 's', cell: ({ paged }) => (paged > 0 ? paged : <Unpaged />) },
        { label: 'Services', width: 's', cell: ({ services }) => services },
      ]}
      under={({ members, paged, lead }) => (
        <>
          {countOf(members, locale, 'member', 'members')}
          {lead ? ` · lead ${lead}` : ''}
          {paged === 0 ? ' · nobody gets pages' : ''}
        </>
      )}
      actions={
        mayWrite
          ? (team) => [
              { to: `${teamPath(team)}/edit`, word: 'Edit' },
              { to: `${teamPath(team)}/delete`, word: 'Delete' },
            ]
          : undefined
      }
    />
  );
}

const Unpaged = () => <span className={styles.alarm}>Nobody</span>;
