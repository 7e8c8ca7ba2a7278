import type { ContactMethod } from '../../../db/repositories/contact-methods';
import { messagesSince } from '../../../db/repositories/messages';
import { HISTORY, type PacedKind, waitSeconds } from '../../../domain/message/pace';
import { type Failure, failure } from '../../../domain/shared/errors';
import type { Context } from '../../context';

export const tooSoon = (retryAfterSeconds: number): Failure =>
  failure('rate-limited', `Wait ${retryAfterSeconds} s before the next message to this contact method.`, {
    detail: { retryAfterSeconds },
  });

/** Null when a message of the kind may go to this method now (domain/message/pace). */
export async function refuseTooSoon(
  { db, now }: Context,
  kind: PacedKind,
  method: ContactMethod,
): Promise<Failure | null> {
  const sent = await messagesSince(db, method.userId, kind, now - HISTORY);
  const seconds = waitSeconds(kind, `${method.kind} ${method.value}`, sent, now);
  return seconds === 0 ? null : tooSoon(seconds);
}
