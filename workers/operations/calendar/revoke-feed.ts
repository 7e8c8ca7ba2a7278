import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { deleteFeed, findFeed } from '../../../db/repositories/calendar-feeds';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { allowFeed, type FeedInput } from './feed-target';

/** Ends one's calendar link at once. Failures: forbidden, not-found. */
export async function revokeFeed(context: Context, input: FeedInput): Promise<Result<null>> {
  const allowed = await allowFeed(context, input);
  if (!allowed.ok) return allowed;
  const { target, ownerId } = allowed.value;
  const before = await findFeed(context.db, target, ownerId);
  if (!before) return err(notFound('calendar link'));
  await runBatch(context.db, [
    deleteFeed(context.db, before.id),
    recordAudit(context, {
      action: 'calendar-feed.revoke',
      targetKind: 'calendar-feed',
      targetId: before.id,
      before,
    }),
  ]);
  return ok(null);
}
