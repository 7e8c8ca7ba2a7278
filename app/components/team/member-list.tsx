import { userPath } from '~/components/user/words';
import { Link } from '~/lib/rr';
import { Avatar } from '~/ui/avatar';
import type { TeamRole, UserStatus } from '../../../domain/access/roles';
import styles from './member-list.module.css';
import { TEAM_ROLE_WORDS } from './words';

export type ListedMember = {
  userId: string;
  name: string;
  status: UserStatus | null;
  role: TeamRole;
  receiveNotifications: boolean;
  isLead: boolean;
};

/** Who is in a team, and whom a page to it reaches. */
export function MemberList({ members }: { members: readonly ListedMember[] }) {
  return (
    <ul>
      {members.map(({ userId, name, status, role, receiveNotifications, isLead }) => (
        <li key={userId} className={styles.member}>
          <Avatar name={name} muted={status !== 'ACTIVE'} />
          <span className={styles.name}>
            <Link to={userPath({ id: userId })}>{name}</Link>
            {isLead ? <span className={styles.aside}>lead</span> : null}
          </span>
          <span className={styles.role}>{TEAM_ROLE_WORDS[role]}</span>
          <span className={styles.pages} data-off={!receiveNotifications || status !== 'ACTIVE' || undefined}>
            {pagesWord(receiveNotifications, status)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function pagesWord(receives: boolean, status: UserStatus | null): string {
  if (status === 'DISABLED') return 'Disabled, gets no pages';
  if (status === 'INVITED') return 'Invited, gets no pages yet';
  return receives ? 'Gets pages' : 'No pages';
}
