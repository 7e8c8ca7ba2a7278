import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findFeed, putFeed } from '../../../db/repositories/calendar-feeds';
import { failure } from '../../../domain/shared/errors';
import { sha256Hex } from '../../../domain/shared/hash';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { allowFeed, type FeedInput, feedUrl, type NewFeedView, newFeedSecret } from './feed-target';

/** Makes a calendar link of one's own. Failures: forbidden, not-found, conflict (there is one already). */
export const createFeed = (context: Context, input: FeedInput): Promise<Result<NewFeedView>> =>
  storeFeed(context, input, 'create');

/** Gives one's link a new address; the old one ends at once. Failures: forbidden, not-found. */
export const rotateFeed = (context: Context, input: FeedInput): Promise<Result<NewFeedView>> =>
  storeFeed(context, input, 'rotate');

async function storeFeed(context: Context, input: FeedInput, verb: 'create' | 'rotate'): Promise<Result<NewFeedView>> {
  const allowed = await allowFeed(context, input);
  if (!allowed.ok) return allowed;
  const { db, now } = context;
  const { target, ownerId, feedId } = allowed.value;
  const before = await findFeed(db, target, ownerId);
  if (verb === 'create' && before)
    return err(failure('conflict', 'There is a link already; rotate it for a new address.'));
  if (verb === 'rotate' && !before) return err(notFound('calendar link'));
  const secret = newFeedSecret(context);
  const feed = {
    id: feedId,
    ...target,
    ownerId,
    createdAt: before?.createdAt ?? now,
    rotatedAt: now,
    lastReadAt: null,
  };
  // No configuration that paging knows: no plan is to be compiled anew.
  await runBatch(db, [
    putFeed(db, { ...feed, hash: sha256Hex(secret) }),
    recordAudit(context, {
      action: `calendar-feed.${verb}`,
      targetKind: 'calendar-feed',
      targetId: feedId,
      after: feed,
    }),
  ]);
  const { createdAt, rotatedAt, lastReadAt } = feed;
  return ok({ createdAt, rotatedAt, lastReadAt, url: feedUrl(context, secret) });
}
