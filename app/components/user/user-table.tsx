import { headingOf, type Listing } from '~/lib/listing';
import { Table } from '~/ui/table';
import type { Role, UserStatus } from '../../../domain/access/roles';
import { UserStatusBadge } from './status-badge';
import { ROLE_WORDS, STATUS_WORDS, userPath } from './words';

export type ListedUser = { id: string; name: string; email: string; role: Role; status: UserStatus; timezone: string };

type Props = { users: readonly ListedUser[]; viewerId: string; listing: Listing<'name'>; mayWrite: boolean };

/** People, a line each. */
export function UserTable({ users, viewerId, listing, mayWrite }: Props) {
  return (
    <Table
      label="People"
      rows={users}
      keyOf={({ id }) => id}
      main={{
        label: 'Name',
        sort: headingOf(listing, 'name', 'name'),
        to: userPath,
        text: ({ id, name }) => (id === viewerId ? `${name} (you)` : name),
      }}
      columns={[
        { label: 'E-mail', width: 'm', cell: ({ email }) => email },
        { label: 'Role', width: 's', cell: ({ role }) => ROLE_WORDS[role] },
        { label: 'State', width: 's', cell: ({ status }) => <UserStatusBadge status={status} /> },
        { label: 'Time zone', width: 'm', cell: ({ timezone }) => timezone },
      ]}
      under={({ status, role, email }) =>
        [status === 'ACTIVE' ? null : STATUS_WORDS[status], ROLE_WORDS[role], email].filter(Boolean).join(' · ')
      }
      actions={mayWrite ? (user) => [{ to: `${userPath(user)}/edit`, word: 'Edit' }] : undefined}
    />
  );
}
