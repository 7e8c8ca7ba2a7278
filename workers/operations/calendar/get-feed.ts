import { findFeed } from '../../../db/repositories/calendar-feeds';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { allowFeed, type FeedInput, type FeedView, feedViewOf } from './feed-target';

/** The actor's own feed of a person or schedule, without its address. Failures: forbidden, not-found. */
export async function getFeed(context: Context, input: FeedInput): Promise<Result<FeedView>> {
  const allowed = await allowFeed(context, input);
  if (!allowed.ok) return allowed;
  const { target, ownerId } = allowed.value;
  const feed = await findFeed(context.db, target, ownerId);
  return feed ? ok(feedViewOf(feed)) : err(notFound('calendar link'));
}
