import { runBatch } from '../../../db/repositories/batch';
import {
  deleteWatcherNews,
  findWatcherNews,
  overdueWatcherNews,
  watcherAddresses,
} from '../../../db/repositories/watchers';
import { listenersOf } from '../../../domain/incident/watcher';
import { newsContent } from '../../../domain/message/incident-news';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { reasonOf } from '../plan/reason';

/** Its queue has lost what is older. */
const PATIENCE = MINUTE;

/**
 * Makes a message for everybody whom an announcement concerns, and forgets the announcement in the same batch. Done
 * twice, the second time finds nothing or makes the same messages, which are stored once.
 */
export async function tellWatchers(context: Context, announcementId: string): Promise<void> {
  const { db } = context;
  const news = await findWatcherNews(db, announcementId);
  if (!news) return;
  const { event, paged } = news;
  const watchers = await watcherAddresses(db, event.incident.id);
  const messages = await Promise.all(
    listenersOf(watchers, event, new Set(paged)).map(({ userId, name, email, locale, role }) =>
      prepareMessage(context, {
        about: [event.id, userId],
        content: newsContent(event, role),
        user: { id: userId, name, locale },
        channel: 'email',
        to: email,
        isNotice: true,
      }),
    ),
  );
  await runBatch(db, [...messages.flatMap(({ statements }) => statements), deleteWatcherNews(db, news.id)]);
  for (const { enqueueSoon } of messages) enqueueSoon();
}

/** Every minute: news whose queue has lost them. One that fails waits for the next minute and holds up no other. */
export async function tellOverdueNews(context: Context, atMost: number): Promise<void> {
  for (const id of await overdueWatcherNews(context.db, context.now - PATIENCE, atMost)) {
    try {
      await tellWatchers(context, id);
    } catch (error) {
      console.warn(`news ${id} waits for the next minute: ${reasonOf(error)}`);
    }
  }
}
