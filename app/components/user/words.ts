import { savedSentence } from '~/lib/changed';
import { ROLES, type Role, type UserStatus } from '../../../domain/access/roles';

export const ROLE_WORDS: Record<Role, string> = {
  ADMIN: 'Administrator',
  RESPONDER: 'Responder',
  USER: 'User',
  OBSERVER: 'Observer',
};

/** What each role may do, in one line. */
export const ROLE_SAYS: Record<Role, string> = {
  ADMIN: 'sets everything up and manages people',
  RESPONDER: 'acknowledges, escalates and resolves incidents',
  USER: 'declares incidents and writes notes',
  OBSERVER: 'reads only',
};

export const ROLE_CHOICES = ROLES.map((role) => ({ value: role, word: `${ROLE_WORDS[role]}: ${ROLE_SAYS[role]}` }));

export const STATUS_WORDS: Record<UserStatus, string> = {
  ACTIVE: 'Active',
  INVITED: 'Invited',
  DISABLED: 'Disabled',
};

/** What people read where a form about a person could not be taken. */
export const USER_SAYS: Record<string, string> = {
  name: 'Give a name of at most 200 characters.',
  email: 'Give an e-mail address such as ana@example.com.',
  role: 'Choose a role.',
  timezone: 'Choose a time zone.',
  locale: 'Choose a language.',
  password: 'Choose a password of at least 12 characters, at most 200.',
};

const FIELDS = { name: 'name', email: 'e-mail', role: 'role', timezone: 'time zone', locale: 'language' };
export const USER_FIELDS = ['name', 'email', 'role', 'timezone', 'locale'] as const;

export const userSaved = (changed: string, locale: string): string => savedSentence(changed, FIELDS, locale);
export const userPath = ({ id }: { id: string }): string => `/users/${encodeURIComponent(id)}`;
