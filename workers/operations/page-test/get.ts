import { lastPageTest, messagesOfTest, type PageTest } from '../../../db/repositories/page-tests';
import { findPreferences } from '../../../db/repositories/preferences';
import { findUser } from '../../../db/repositories/users';
import { refuse } from '../../../domain/access/permissions';
import { addressForReaders } from '../../../domain/notification/address';
import type { Channel } from '../../../domain/notification/channels';
import { type Timing, timingOf } from '../../../domain/notification/preferences';
import type { NotificationState } from '../../../domain/notification/state';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';

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

/** The caller's newest run, as a list of one; empty where there was none. Failures: forbidden. */
export async function listPageTests(context: Context): Promise<Result<{ data: PageTestView[] }>> {
  const found = await lastPageTestOf(context);
  return found.ok ? ok({ data: found.value ? [found.value] : [] }) : found;
}

/** The caller's newest run, as far as it has come; null where there was none, or the caller is no person. Failures: forbidden. */
export async function lastPageTestOf(context: Context): Promise<Result<PageTestView | null>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  if (actor.kind !== 'user') return ok(null);
  const test = await lastPageTest(db, actor.id);
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
