import { TEAM_ROLES, type TeamRole } from '../../../domain/access/roles';

/** One member as the form has them. */
export type MemberDraft = { userId: string; role: TeamRole; receiveNotifications: boolean };

/** A team while its form is being filled in; nothing of it is stored. */
export type TeamDraft = { name: string; leadId: string; members: MemberDraft[] };

/** Which button was pressed: one that stores, or one that changes the list in the form. */
export type DraftStep = { kind: 'save' } | { kind: 'add' } | { kind: 'remove'; userId: string };

export const EMPTY_TEAM: TeamDraft = { name: '', leadId: '', members: [] };

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
};

const roleIn = (form: FormData, name: string): TeamRole =>
  TEAM_ROLES.find((role) => role === text(form, name)) ?? 'MEMBER';

/** The names of a member's controls. */
export const roleField = (userId: string): string => `role:${userId}`;
export const pagesField = (userId: string): string => `pages:${userId}`;

export function readDraft(form: FormData): TeamDraft {
  const ids = form.getAll('member').filter((id): id is string => typeof id === 'string' && id !== '');
  return {
    name: text(form, 'name'),
    leadId: text(form, 'leadId'),
    members: [...new Set(ids)].map((userId) => ({
      userId,
      role: roleIn(form, roleField(userId)),
      receiveNotifications: form.has(pagesField(userId)),
    })),
  };
}

export function stepOf(form: FormData): DraftStep {
  const step = text(form, 'step');
  if (step.startsWith('remove:')) return { kind: 'remove', userId: step.slice('remove:'.length) };
  return { kind: step === 'add' ? 'add' : 'save' };
}

/**
 * The draft after a button of its list. A person who was chosen and not yet added counts as added when the form is
 * saved: nobody is left out for one button too few.
 */
export function nextDraft(form: FormData): TeamDraft {
  const draft = readDraft(form);
  const step = stepOf(form);
  if (step.kind === 'remove') {
    return { ...draft, members: draft.members.filter(({ userId }) => userId !== step.userId) };
  }
  const added = text(form, 'addUserId');
  if (added === '' || draft.members.some(({ userId }) => userId === added)) return draft;
  const member = { userId: added, role: roleIn(form, 'addRole'), receiveNotifications: true };
  return { ...draft, members: [...draft.members, member] };
}

/** The draft as the operations take it. */
export const teamInputOf = ({ name, leadId, members }: TeamDraft) => ({ name, leadId: leadId || null, members });

export const draftOf = (team: { name: string; leadId: string | null; members: readonly MemberDraft[] }): TeamDraft => ({
  name: team.name,
  leadId: team.leadId ?? '',
  members: team.members.map(({ userId, role, receiveNotifications }) => ({ userId, role, receiveNotifications })),
});
