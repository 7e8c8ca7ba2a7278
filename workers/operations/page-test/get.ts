import { findPageTest, lastPageTest, messagesOfTest, type PageTest } from '../../../db/repositories/page-tests';
import { findPreferences } from '../../../db/repositories/preferences';
import { findUser } from '../../../db/repositories/users';
import { addressForReaders } from '../../../domain/notification/address';
import type { Channel } from '../../../domain/notification/channels';
import { type Timing, timingOf } from '../../../domain/notification/preferences';
import type { NotificationState } from '../../../domain/notification/state';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { notFound } from '../config/failures';

/** One method of a run. `sentAt`: a provider took it; `changedAt`: when its state became what it is. */
export type PageTestLine = {
  position: number;
  id: string;
  channel: Channel;
  address: string;
  state: NotificationState;
  reason: string | null;
  dueAt: Instant;
  sentAt: Instant | null;
  changedAt: Instant;
};

/** `real`: what would become of a real page of this urgency, had it come when the test was started. */
export type PageTestView = Omit<PageTest, 'userId'> & {
  messages: PageTestLine[];
  real: Exclude<Timing, { kind: 'muted' }>;
};

/** A run of one's own, the newest where none is named; null: there was none. Failures: forbidden, not-found. */
export async function getPageTest(context: Context, { id }: { id?: string }): Promise<Result<PageTestView | null>> {
  const { actor, db } = context;
  if (actor.kind !== 'user') return err(failure('forbidden', 'Only a person can be paged by their own rules.'));
  const test = id ? await findPageTest(db, id) : await lastPageTest(db, actor.id);
  if (id && test?.userId !== actor.id) return err(notFound('page test'));
  if (!test) return ok(null);
  const [messages, user, preferences] = await Promise.all([
    messagesOfTest(db, test.id),
    findUser(db, actor.id),
    findPreferences(db, actor.id),
  ]);
  const { userId: _own, ...view } = test;
  const real = timingOf({ timezone: user?.timezone ?? 'UTC', preferences }, test.urgency, test.startedAt);
  return ok({
    ...view,
    messages: messages.map((line) => ({ ...line, address: addressForReaders(line.channel, line.address) })),
    real,
  });
}
