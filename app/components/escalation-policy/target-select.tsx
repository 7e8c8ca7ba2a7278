import { Combobox } from '~/ui/combobox';
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
  const gone = value && !isKnown ? [{ options: [{ value, word: 'No longer there' }] }] : [];
  const offers = groups.map(([group, kind, list]) => ({
    label: group,
    options: list.map((one) => ({
      value: `${kind}:${one.id}`,
      word: kind === 'LEAD' ? `Lead of ${one.name}` : one.name,
    })),
  }));
  return (
    <Combobox
      label={label}
      name={name}
      error={error}
      placeholder="Choose whom to page"
      defaultValue={value}
      groups={[...gone, ...offers.filter(({ options }) => options.length > 0)]}
      {...focused(hasFocus)}
    />
  );
}
