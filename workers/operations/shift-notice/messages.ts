import type { Statement } from '../../../db/repositories/batch';
import { endNotice, knownMessages } from '../../../db/repositories/messages';
import { type NoticeReceiver, noticeReceivers } from '../../../db/repositories/shift-notices';
import type { DueNotice, ShiftsChange } from '../../../domain/schedule/notices';
import { type Instant, MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { type Notice, prepareNotice } from '../message/notice';

/** Later than this a notice says that it is late: the cron runs every minute. */
const LATE = 5 * MINUTE;

type ToSay = { due: readonly DueNotice[]; changes: readonly (ShiftsChange & { since: Instant })[] };
type Wanted = Notice & { useful: boolean; late: boolean };

export type NoticesToSend = {
  statements: Statement[];
  send: () => void;
  counts: { sent: number; late: number; dropped: number };
};

/**
 * The messages about one schedule, to those who want them and have not got them. One that comes too late to be of use is
 * stored as cancelled, so that the log of messages says why it was not sent.
 */
export async function noticesToSend(
  context: Context,
  schedule: { id: string; name: string },
  { due, changes }: ToSay,
): Promise<NoticesToSend> {
  const { db, now } = context;
  const people = await noticeReceivers(db, [...new Set([...due, ...changes].map(({ user }) => user))]);
  const wanted = [
    ...due.flatMap((notice) => startNotice(context, schedule, notice, people.get(notice.user))),
    ...changes.flatMap((change) => changeNotice(context, schedule, change, people.get(change.user))),
  ];
  const messages = await Promise.all(
    wanted.map(async (one) => ({ ...one, message: await prepareNotice(context, one) })),
  );
  const known = await knownMessages(
    db,
    messages.map(({ message }) => message.id),
  );
  const fresh = messages.filter(({ message }) => !known.has(message.id));
  const useful = fresh.filter((one) => one.useful);
  const dropped = fresh.filter((one) => !one.useful);
  return {
    statements: [
      ...fresh.flatMap(({ message }) => message.statements),
      ...dropped.map(({ message, content }) => endNotice(db, message.id, content.kind, now)),
    ],
    send: () => {
      for (const { message } of useful) message.enqueueSoon();
    },
    counts: { sent: useful.length, late: useful.filter(({ late }) => late).length, dropped: dropped.length },
  };
}

function startNotice(
  { config, now }: Context,
  schedule: { id: string; name: string },
  { user, start, end, lead, dueAt, useful }: DueNotice,
  to: NoticeReceiver | undefined,
): Wanted[] {
  if (!to?.settings[lead]) return [];
  const isLate = now - dueAt > LATE;
  const content = {
    kind: 'shift-notice',
    lead,
    shift: { start, end },
    isLate,
    schedule: schedule.name,
    url: `${config.appUrl}/profile/shifts`,
  } as const;
  return [{ to, about: [schedule.id, user, start, lead], content, useful, late: isLate }];
}

function changeNotice(
  { config }: Context,
  schedule: { id: string; name: string },
  { user, gains, loses, since }: ShiftsChange & { since: Instant },
  to: NoticeReceiver | undefined,
): Wanted[] {
  if (!to?.settings.changes) return [];
  const content = {
    kind: 'shifts-changed',
    gains,
    loses,
    schedule: schedule.name,
    url: `${config.appUrl}/profile/shifts`,
  } as const;
  return [{ to, about: [schedule.id, user, since], content, useful: true, late: false }];
}
