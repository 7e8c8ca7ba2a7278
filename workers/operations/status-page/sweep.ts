import { statusPageIds } from '../../../db/repositories/status-pages';
import { deletePostsBefore, takeDuePosts, takeDueStatusDeliveries } from '../../../db/repositories/status-posts';
import { deleteQuestionsBefore, takeDueQuestions } from '../../../db/repositories/status-questions';
import { deleteUnconfirmed } from '../../../db/repositories/status-subscribers';
import { DAY } from '../../../domain/shared/time';
import { QUESTION_PATIENCE } from '../../../domain/status-page/question';
import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { enqueueMany } from '../../queues/send';
import { reasonOf } from '../plan/reason';
import { advanceReports } from '../status-report/advance';
import { CONFIRM_LIFE } from '../status-subscriber/links';
import { POST_PATIENCE } from '../status-subscriber/prepare-post';
import { refreshPage } from './refresh';

const MOST_PAGES = 100;
const MOST_REPORTS = 50;
/** How long what was told to whom is kept. */
const POSTS_KEPT = 30 * DAY;

/**
 * For the sweep of every minute: what the time makes of reports is done, every page is made anew, and what waits for
 * subscribers is put on its queue again, at most `limit` of each.
 */
export async function sweepStatusPages(context: Context, limit: number): Promise<void> {
  const { db, env, now } = context;
  await advanceReports(context, MOST_REPORTS);
  for (const id of await statusPageIds(db, MOST_PAGES)) {
    try {
      await refreshPage(context, id);
    } catch (error) {
      console.warn(`status page ${id} is served as of before: ${reasonOf(error)}`);
    }
  }
  const bodies: QueueBody[] = [
    ...(await takeDuePosts(db, now, now + POST_PATIENCE, limit)).map(
      (postId) => ({ kind: 'status-post', postId }) as const,
    ),
    ...(await takeDueStatusDeliveries(db, now, now + POST_PATIENCE, limit)).map(
      (deliveryId) => ({ kind: 'status-delivery', deliveryId }) as const,
    ),
    ...(await takeDueQuestions(db, now, now + QUESTION_PATIENCE, limit)).map(
      (questionId) => ({ kind: 'status-question', questionId }) as const,
    ),
  ];
  await enqueueMany(env, bodies);
  await deleteUnconfirmed(db, now - CONFIRM_LIFE);
  await deletePostsBefore(db, now - POSTS_KEPT);
  await deleteQuestionsBefore(db, now - POSTS_KEPT);
}
