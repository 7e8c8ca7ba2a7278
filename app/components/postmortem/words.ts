import type { ActionItemStatus } from '../../../domain/postmortem/action-item';
import type { PostmortemStatus } from '../../../domain/postmortem/postmortem';

export const postmortemPath = ({ id }: { id: string }): string => `/postmortems/${encodeURIComponent(id)}`;
export const actionItemPath = ({ id }: { id: string }): string => `/action-items/${encodeURIComponent(id)}`;

export const WHO_MAY = 'Your role may read postmortems, not write them. Ask an administrator for the role Responder.';

export const POSTMORTEM_WORDS: Record<PostmortemStatus, string> = {
  DRAFT: 'Draft',
  PUBLISHED: 'Published',
  ARCHIVED: 'Archived',
};

export const ACTION_ITEM_WORDS: Record<ActionItemStatus, string> = {
  OPEN: 'Open',
  IN_PROGRESS: 'In progress',
  BLOCKED: 'Blocked',
  COMPLETED: 'Completed',
};

/** Why a change of status was refused, and what became of it. */
export const DONE_WORDS: Record<string, string> = {
  create: 'Drafted from the timeline. Keep what matters, drop the rest, and write down why it happened.',
  save: 'Saved.',
  PUBLISHED: 'Published: it is final, and everybody in the organisation can read it.',
  DRAFT: 'It is a draft again.',
  ARCHIVED: 'Archived.',
  item: 'The action item is added.',
  refresh: 'The timeline is up to date. What is new is kept or dropped as in a first draft.',
  move: 'Moved.',
  remove: 'Deleted.',
};
