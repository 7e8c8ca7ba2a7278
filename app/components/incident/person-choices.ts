import type { Named } from '~/lib/operations';

/** People and teams to choose one from; a value is `user:usr_1` or `team:team_1`. */
export const personChoices = ({ users, teams }: { users: readonly Named[]; teams: readonly Named[] }) =>
  [groupOf('People', 'user', users), groupOf('Teams', 'team', teams)].filter(({ options }) => options.length > 0);

const groupOf = (label: string, kind: 'user' | 'team', named: readonly Named[]) => ({
  label,
  options: named.map(({ id, name }) => ({ value: `${kind}:${id}`, word: name })),
});
