import { savedSentence } from '~/lib/changed';
import type { TeamRole } from '../../../domain/access/roles';

export const TEAM_ROLE_WORDS: Record<TeamRole, string> = { OWNER: 'Owner', ADMIN: 'Admin', MEMBER: 'Member' };

/** What people read where a team's form could not be taken. */
export const TEAM_SAYS: Record<string, string> = { name: 'Give the team a name of at most 200 characters.' };

export const TEAM_FIELDS = ['name', 'leadId', 'members'] as const;

export const teamSaved = (changed: string, locale: string): string =>
  savedSentence(changed, { name: 'name', leadId: 'lead', members: 'members' }, locale);

export const teamPath = ({ id }: { id: string }): string => `/teams/${encodeURIComponent(id)}`;
