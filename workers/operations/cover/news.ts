import type { Statement } from '../../../db/repositories/batch';
import { scheduleNames } from '../../../db/repositories/schedules';
import { noticeReceivers } from '../../../db/repositories/shift-notices';
import { type CoverNews, type CoverRequest, returnOf } from '../../../domain/cover/request';
import type { Context } from '../../context';
import { type Notice, prepareNotice } from '../message/notice';
import type { PreparedMessage } from '../message/prepare';

/** Messages for the batch of the change that they tell of, and what puts them on their way after it. */
export type News = { statements: Statement[]; send: () => void };

const together = (messages: readonly PreparedMessage[]): News => ({
  statements: messages.flatMap(({ statements }) => statements),
  send: () => {
    for (const { enqueueSoon } of messages) enqueueSoon();
  },
});

/** Tells everybody whom a new request is offered to. */
export const askAll = (context: Context, request: CoverRequest): Promise<News> =>
  tell(
    context,
    request,
    request.offers.map(({ userId }) => userId),
    ({ nameOf }, about) => ({ ...about, ...askedOf(request, nameOf), isReminder: false }),
  );

/** Tells both that a shift was taken, or the one who asked that nobody took it, or who has not answered that it waits. */
export async function tellOutcome(context: Context, request: CoverRequest, news: CoverNews): Promise<News> {
  switch (news) {
    case null:
      return together([]);
    case 'ended':
      return tell(context, request, [request.userId], (_names, about) => ({
        ...about,
        kind: 'cover-ended',
        why: request.state === 'DECLINED' ? 'declined' : 'expired',
      }));
    case 'reminded': {
      const silent = request.offers.filter(({ state }) => state === 'OFFERED').map(({ userId }) => userId);
      const say: Say = ({ receiver, nameOf }, about) =>
        receiver === request.userId
          ? { ...about, kind: 'cover-waiting' }
          : { ...about, ...askedOf(request, nameOf), isReminder: true };
      return tell(context, request, [request.userId, ...silent], say, ['reminder']);
    }
    case 'taken': {
      const taker = request.takenBy ?? '';
      return tell(context, request, [request.userId, taker], ({ nameOf, receiver }, about) => ({
        ...about,
        kind: 'cover-taken',
        inReturn: returnOf(request),
        role: receiver === taker ? 'took' : 'gave',
        other: nameOf(receiver === taker ? request.userId : taker),
      }));
    }
  }
}

type Names = { receiver: string; nameOf: (id: string) => string };
type About = { schedule: string; shift: { start: number; end: number }; url: string };
type Say = (names: Names, about: About) => Notice['content'];

const askedOf = (request: CoverRequest, nameOf: Names['nameOf']) =>
  ({ kind: 'cover-asked', askedBy: nameOf(request.userId), inReturn: returnOf(request) }) as const;

async function tell(
  context: Context,
  request: CoverRequest,
  userIds: readonly string[],
  say: Say,
  /** Tells apart what is said of the same request in the same way. */
  twice: readonly string[] = [],
): Promise<News> {
  const { db, config } = context;
  const [receivers, [schedule]] = await Promise.all([
    noticeReceivers(db, [...new Set([...userIds, request.userId])]),
    scheduleNames(db, [request.scheduleId]),
  ]);
  const about = {
    schedule: schedule?.name ?? request.scheduleId,
    shift: { start: request.startAt, end: request.endAt },
    url: `${config.appUrl}/covers/${request.id}`,
  };
  const nameOf = (id: string): string => receivers.get(id)?.name ?? id;
  const messages = userIds.flatMap((receiver) => {
    const to = receivers.get(receiver);
    return to
      ? [prepareNotice(context, { to, about: [request.id, ...twice], content: say({ receiver, nameOf }, about) })]
      : [];
  });
  return together(await Promise.all(messages));
}
