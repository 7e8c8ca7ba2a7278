import type { UpdateTeamInput } from '../../../domain/team/input';
import { type NamedReference, optional } from '../config/references';

/** Everybody whom a team names. */
export const referencesOf = ({ leadId, members = [] }: UpdateTeamInput): NamedReference[] => [
  ...optional('USER', leadId, 'leadId'),
  ...members.map(({ userId }, i) => ({ kind: 'USER' as const, id: userId, path: `members/${i}/userId` })),
];
