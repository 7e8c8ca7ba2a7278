import { takeDueMessages } from '../../../db/repositories/messages';
import { isToMany } from '../../../domain/message/kinds';
import { QUEUE_PATIENCE } from '../../../domain/message/lifecycle';
import type { Context } from '../../context';
import { enqueue } from '../../queues/send';

/**
 * Puts messages that are due on their queues again, the longest due first, at most `limit`: those whose queue lost them,
 * whose consumer crashed, or whose next attempt has come. For the sweep of every minute. Answers how many were enqueued.
 */
export async function sendDueMessages({ db, env, now }: Context, limit: number): Promise<number> {
  const due = await takeDueMessages(db, now, now + QUEUE_PATIENCE, limit);
  const sends = due.map(({ id, channel, kind }) =>
    enqueue(env, { kind: 'message', messageId: id, channel, ...(isToMany(kind) ? { isBulk: true } : {}) }),
  );
  const failed = (await Promise.allSettled(sends)).filter(({ status }) => status === 'rejected').length;
  if (failed > 0) console.warn(`sweep: ${failed} of ${due.length} messages could not be enqueued`);
  return due.length - failed;
}
