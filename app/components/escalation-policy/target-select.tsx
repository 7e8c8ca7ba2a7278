import { Select } from '~/ui/field';
import { focused } from './focused';
import type { TargetChoices } from './targets';

type Props = {
  label: string;
  name: string;
  value: string;
  choices: TargetChoices;
  error: string | undefined;
  hasFocus: boolean;
};

/** One of everything a policy may page. What was chosen and is gone or disabled meanwhile stays visible. */
export function TargetSelect({ label, name, value, choices: { users, teams, schedules }, error, hasFocus }: Props) {
  const offered = users.filter(({ id, isActive }) => isActive || value === `USER:${id}`);
  const groups: [string, string, { id: string; name: string }[]][] = [
    ['Schedules', 'SCHEDULE', schedules],
    ['People', 'USER', offered],
    ['Teams: every member who gets pages', 'TEAM', teams],
    ['Teams: only the lead', 'LEAD', teams],
  ];
  const isKnown = groups.some(([, kind, list]) => list.some(({ id }) => value === `${kind}:${id}`));
  return (
    <Select label={label} name={name} error={error} defaultValue={value} {...focused(hasFocus)}>
      <option value="">Choose whom to page</option>
      {value && !isKnown ? <option value={value}>No longer there</option> : null}
      {groups.map(([group, kind, list]) =>
        list.length > 0 ? (
          <optgroup key={kind} label={group}>
            {list.map((one) => (
              <option key={one.id} value={`${kind}:${one.id}`}>
                {kind === 'LEAD' ? `Lead of ${one.name}` : one.name}
              </option>
            ))}
          </optgroup>
        ) : null,
      )}
    </Select>
  );
}
