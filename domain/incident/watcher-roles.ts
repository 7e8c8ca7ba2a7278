/**
 * How close a watcher follows: FOLLOWER hears every step, STAKEHOLDER how it begins, turns and ends, EXEC only of what is
 * grave.
 */
export const WATCHER_ROLES = ['FOLLOWER', 'STAKEHOLDER', 'EXEC'] as const;
export type WatcherRole = (typeof WATCHER_ROLES)[number];
