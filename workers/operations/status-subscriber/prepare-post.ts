import type { Statement } from '../../../db/repositories/batch';
import { insertPost } from '../../../db/repositories/status-posts';
import type { ReportWithUpdates } from '../../../db/repositories/status-reports';
import { MINUTE } from '../../../domain/shared/time';
import { pageUrl, type StatusPage } from '../../../domain/status-page/page';
import { postOf } from '../../../domain/status-page/post-of';
import { publicReportOf } from '../../../domain/status-page/public';
import type { ReportUpdate } from '../../../domain/status-page/report';
import type { Context } from '../../context';
import { enqueue } from '../../queues/send';
import { reasonOf } from '../plan/reason';

/** How long a queue is trusted with a post before the sweep puts it there again. */
export const POST_PATIENCE = 2 * MINUTE;

export type PreparedPost = { statements: Statement[]; enqueueSoon: () => void };

/**
 * What tells subscribers of an update; null where it is to be told to nobody. The statements belong into the batch of
 * the update. Made of public fields only; subscribers of a page that is not public are told as those who were let in.
 */
export async function prepareStatusPost(
  { config, db, env, now, waitUntil }: Context,
  page: StatusPage,
  { report, updates }: ReportWithUpdates,
  update: ReportUpdate,
): Promise<PreparedPost | null> {
  if (!update.notify) return null;
  const names = new Map(page.components.map(({ id, name }) => [id, name]));
  const told = { id: page.id, name: page.name, timezone: page.timezone, url: pageUrl(config.appUrl, page) };
  const post = postOf(told, publicReportOf(report, updates, names, now), update.id);
  if (!post) return null;
  return {
    statements: [insertPost(db, post, now, now + POST_PATIENCE)],
    enqueueSoon: () =>
      waitUntil(
        enqueue(env, { kind: 'status-post', postId: post.id }).catch((error) => {
          console.warn(`status post ${post.id} waits for the sweep: ${reasonOf(error)}`);
        }),
      ),
  };
}
