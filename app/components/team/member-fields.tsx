import type { Refusal } from '~/lib/failure';
import { Avatar } from '~/ui/avatar';
import { Button } from '~/ui/button';
import { Combobox } from '~/ui/combobox';
import { Anchored } from '~/ui/error-summary';
import { Checkbox, Select } from '~/ui/field';
import { TEAM_ROLES, type UserStatus } from '../../../domain/access/roles';
import { type MemberDraft, pagesField, roleField } from './draft';
import styles from './team-form.module.css';
import { TEAM_ROLE_WORDS } from './words';

export type Person = { id: string; name: string; status: UserStatus };
type Props = { members: readonly MemberDraft[]; people: readonly Person[]; refusal: Refusal | undefined };

/** Who is in the team, a line each, and a line for the next one. */
export function MemberFields({ members, people, refusal }: Props) {
  const byId = new Map(people.map((person) => [person.id, person]));
  const inside = new Set(members.map(({ userId }) => userId));
  const others = people.filter(({ id, status }) => !inside.has(id) && status !== 'DISABLED');
  return (
    <>
      {members.length === 0 ? <p className={styles.none}>Nobody yet. A team without members pages nobody.</p> : null}
      <ul className={styles.list}>
        {members.map((member, i) => (
          <MemberLine
            key={member.userId}
            member={member}
            person={byId.get(member.userId)}
            field={`members/${i}/userId`}
            error={refusal?.errors[`members/${i}/userId`]}
          />
        ))}
      </ul>
      {others.length > 0 ? (
        <div className={styles.add}>
          <Combobox
            key={others.length}
            label="Add a person"
            name="addUserId"
            placeholder="Choose"
            groups={[
              {
                options: others.map(({ id, name, status }) => ({
                  value: id,
                  word: status === 'INVITED' ? `${name} (invited)` : name,
                })),
              },
            ]}
          />
          <Select label="As" name="addRole" defaultValue="MEMBER">
            <RoleOptions />
          </Select>
          <Button name="step" value="add">
            Add to the list
          </Button>
        </div>
      ) : null}
    </>
  );
}

type LineProps = { member: MemberDraft; person: Person | undefined; field: string; error: string | undefined };

function MemberLine({ member: { userId, role, receiveNotifications }, person, field, error }: LineProps) {
  const name = person?.name ?? 'Somebody who is gone';
  return (
    <li className={styles.member}>
      <input type="hidden" name="member" value={userId} />
      <span className={styles.name}>
        <Avatar name={name} muted={person?.status !== 'ACTIVE'} />
        <span>
          {name}
          {person && person.status !== 'ACTIVE' ? (
            <span className={styles.status}> {person.status.toLowerCase()}</span>
          ) : null}
          {error ? <span className={styles.error}> {error}</span> : null}
        </span>
      </span>
      <Anchored name={field}>
        <select name={roleField(userId)} defaultValue={role} aria-label={`Role of ${name}`} className={styles.role}>
          <RoleOptions />
        </select>
      </Anchored>
      <Checkbox
        label="Gets pages"
        name={pagesField(userId)}
        defaultChecked={receiveNotifications}
        aria-label={`${name} gets pages`}
      />
      <Button look="quiet" name="step" value={`remove:${userId}`} aria-label={`Remove ${name}`}>
        Remove
      </Button>
    </li>
  );
}

const RoleOptions = () =>
  TEAM_ROLES.map((role) => (
    <option key={role} value={role}>
      {TEAM_ROLE_WORDS[role]}
    </option>
  ));
