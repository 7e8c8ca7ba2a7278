import type { Instant } from '../shared/time';
import type { Answer } from './override';

/** An override as somebody wishes it; `userId` null: nobody, `replacesUserId` null: instead of everybody. */
export type OverrideWish = { userId: string | null; replacesUserId: string | null; start: Instant; end: Instant };

/** Why an override is not a person's own affair, in words for them; null if it is. */
export type NotOwn = 'ended' | 'nobody' | 'others';

/**
 * Whether a person may make or take back an override without the right to change schedules (issue 4, API). They may
 * - take over: be the one who is on call, for whomever;
 * - give away: let somebody else stand in for themselves, or for "everybody" while that is only themselves.
 * They may not leave nobody on call, move others about, or rewrite what is over.
 * `answers`: who is on call in [start, end) without this override, without holes, as `answersBetween` gives them.
 */
export function notOwnAffair(
  person: string,
  { userId, replacesUserId, end }: OverrideWish,
  answers: readonly Answer[],
  now: Instant,
): NotOwn | null {
  if (end <= now) return 'ended';
  if (userId === person) return null;
  if (userId === null) return 'nobody';
  if (replacesUserId !== null) return replacesUserId === person ? null : 'others';
  const isAlone = answers.length > 0 && answers.every(({ users }) => users.length === 1 && users[0] === person);
  return isAlone ? null : 'others';
}

export const NOT_OWN_REASONS: Record<NotOwn, string> = {
  ended: 'Only who may change schedules can change what is over.',
  nobody: 'Only who may change schedules can leave nobody on call; name somebody who stands in.',
  others: 'You can give away your own shifts and take over those of others; this concerns other people.',
};
