import { TEAM_ROLE_WORDS, teamPath } from '~/components/team/words';
import { useClock } from '~/lib/clock';
import { momentNear } from '~/lib/time';
import { DefinitionList } from '~/ui/definition-list';
import { Section } from '~/ui/page';
import type { Role, TeamRole, UserStatus } from '../../../domain/access/roles';
import { type Linked, LinkList } from './link-list';
import { UserStatusBadge } from './status-badge';
import { ROLE_WORDS } from './words';

export type UserView = { id: string; name: string; email: string; role: Role; status: UserStatus; timezone: string };
export type Membership = { id: string; name: string; role: TeamRole; isLead: boolean; receiveNotifications: boolean };
export type OnSchedule = { id: string; name: string; isOnCall: boolean };

type Props = { user: UserView; teams: readonly Membership[]; schedules: readonly OnSchedule[] };

/** Who somebody is, and where they take part. */
export function UserFacts({ user: { email, role, status, timezone }, teams, schedules }: Props) {
  const clock = useClock();
  const there = momentNear(clock.now, clock.now, { ...clock, timeZone: timezone });
  return (
    <aside aria-label="Facts">
      <Section title="Facts">
        <DefinitionList
          facts={[
            ['State', <UserStatusBadge key="status" status={status} />],
            ['Role', ROLE_WORDS[role]],
            ['E-mail', email],
            ['Time zone', timezone],
            [
              'Time there',
              <span key="there" suppressHydrationWarning>
                {there}
              </span>,
            ],
          ]}
        />
      </Section>
      <Section title="Teams">
        <LinkList entries={teams.map(teamLink)} none="In no team." />
      </Section>
      <Section title="Schedules">
        <LinkList
          entries={schedules.map(({ id, name, isOnCall }) => ({
            to: `/schedules/${encodeURIComponent(id)}`,
            name,
            aside: isOnCall ? 'on call now' : null,
          }))}
          none="On no schedule."
        />
      </Section>
    </aside>
  );
}

const teamLink = ({ id, name, role, isLead, receiveNotifications }: Membership): Linked => ({
  to: teamPath({ id }),
  name,
  aside: [TEAM_ROLE_WORDS[role], isLead && 'lead', !receiveNotifications && 'no pages'].filter(Boolean).join(', '),
});
