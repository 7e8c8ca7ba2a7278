/**
 * How close a watcher follows: FOLLOWER hears every step, STAKEHOLDER how it begins, turns and ends, EXEC only of what is
 * grave.
 */
export const WATCHER_ROLES = ['FOLLOWER', 'STAKEHOLDER', 'EXEC'] as const;
export type WatcherRole = (typeof WATCHER_ROLES)[number];

/** Somebody who is told of an incident without being paged for it. */
export type Watcher = { userId: string; name: string; role: WatcherRole };
