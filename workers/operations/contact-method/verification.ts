import type { Actor } from '../../../domain/access/actor';
import { can } from '../../../domain/access/permissions';
import type { Channel } from '../../../domain/notification/channels';
import type { Instant } from '../../../domain/shared/time';
import { isSelf } from '../config/own';

/**
 * When a new address counts as verified: at once where somebody who administers people says so, and a push
 * subscription of one's own, which only the browser in hand can have made. Otherwise not before its code comes back.
 */
export function verifiedAtFirst(
  actor: Actor,
  method: { userId: string; kind: Channel },
  asked: boolean | undefined,
  now: Instant,
): Instant | null {
  if (can(actor, 'people.write') && asked !== undefined) return asked ? now : null;
  return method.kind === 'push' && isSelf(actor, method.userId) ? now : null;
}
