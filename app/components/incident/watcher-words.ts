import type { WatcherRole } from '../../../domain/incident/watcher-roles';

export const ROLE_WORDS: Record<WatcherRole, string> = {
  FOLLOWER: 'Follower',
  STAKEHOLDER: 'Stakeholder',
  EXEC: 'Executive',
};
export const ROLE_HINTS: Record<WatcherRole, string> = {
  FOLLOWER: 'Follower: every step and note',
  STAKEHOLDER: 'Stakeholder: its beginning, turns and end',
  EXEC: 'Executive: only what is grave',
};
