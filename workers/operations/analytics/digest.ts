import { runBatch } from '../../../db/repositories/batch';
import { noticeReceivers } from '../../../db/repositories/shift-notices';
import { findUser } from '../../../db/repositories/users';
import { deleteDigest, digestOf, digestsDue, moveDigest, putDigest } from '../../../db/repositories/weekly-digests';
import { refuse } from '../../../domain/access/permissions';
import { textOfPeriod } from '../../../domain/analytics/report';
import { lastWeek, nextDigest } from '../../../domain/analytics/weekly';
import type { WeeklyContent } from '../../../domain/message/weekly';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Instant } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { prepareMessage } from '../message/prepare';
import { reasonOf } from '../plan/reason';
import { noiseReport } from './noise';
import { analyticsReport } from './report';

const nobody = failure('conflict', 'Only a person can be sent a digest.');

/** When the caller gets their next weekly digest; null: they have not asked for any. Failures: forbidden. */
export async function getWeeklyDigest({ actor, db }: Context): Promise<Result<{ nextAt: Instant | null }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  return ok({ nextAt: actor.kind === 'user' ? await digestOf(db, actor.id) : null });
}

/** Asks for the weekly digest by e-mail, or ends it; of one's own only. Failures: forbidden, conflict (a key). */
export async function setWeeklyDigest(
  { actor, db, now }: Context,
  { wanted }: { wanted: boolean },
): Promise<Result<{ nextAt: Instant | null }>> {
  const refused = refuse(actor, 'incident.read');
  if (refused) return err(refused);
  if (actor.kind !== 'user') return err(nobody);
  const user = await findUser(db, actor.id);
  const nextAt = wanted ? nextDigest(now, user?.timezone ?? 'UTC') : null;
  await runBatch(db, [nextAt === null ? deleteDigest(db, actor.id) : putDigest(db, actor.id, nextAt)]);
  return ok({ nextAt });
}

/** Every minute: sends the digests that are due. One that fails waits for the next minute and holds up no other. */
export async function sendWeeklyDigests(context: Context, limit: number): Promise<void> {
  let told: WeeklyContent | undefined;
  const weekly = async () => {
    told ??= await lastWeekTold(context);
    return told;
  };
  for (const due of await digestsDue(context.db, context.now, limit)) {
    try {
      await send(context, due, weekly);
    } catch (error) {
      console.warn(`weekly digest of ${due.userId} waits for the next minute: ${reasonOf(error)}`);
    }
  }
}

const SHOWN = 5;

/** What the digest says of the last week: the same to everybody. */
async function lastWeekTold(context: Context): Promise<WeeklyContent> {
  const week = lastWeek(context.now);
  const asked = { from: week.from, to: week.to - 1 };
  const [report, noise] = await Promise.all([analyticsReport(context, asked), noiseReport(context, asked)]);
  if (!report.ok || !noise.ok) throw new Error('the system may read everything');
  const { figures, people, names } = report.value;
  const text = textOfPeriod(week);
  const woken = people.map(({ userId: id, business, off, sleep }) => ({
    name: names[id] ?? id,
    interruptions: business + off + sleep,
    sleepHours: sleep,
  }));
  const sum = (of: (one: (typeof woken)[number]) => number): number => woken.reduce((all, one) => all + of(one), 0);
  return {
    kind: 'weekly-digest',
    ...text,
    incidents: figures.incidents.kind === 'count' ? figures.incidents.value : 0,
    interruptions: sum(({ interruptions }) => interruptions),
    sleepHours: sum(({ sleepHours }) => sleepHours),
    people: woken.filter(({ interruptions }) => interruptions > 0).slice(0, SHOWN),
    alerts: noise.value.keys.slice(0, SHOWN),
    url: `${context.config.appUrl}/analytics?from=${text.from}&to=${text.to}`,
  };
}

/** The message and the time of the next one stand together, so that each week's is sent once. */
async function send(
  context: Context,
  { userId, nextAt }: { userId: string; nextAt: Instant },
  weekly: () => Promise<WeeklyContent>,
): Promise<void> {
  const { db, now } = context;
  const receiver = (await noticeReceivers(db, [userId])).get(userId);
  if (!receiver) {
    await runBatch(db, [deleteDigest(db, userId)]);
    return;
  }
  const content = await weekly();
  const message = await prepareMessage(context, {
    about: [userId, content.from],
    content,
    user: receiver,
    channel: 'email',
    to: receiver.methods.find(({ kind }) => kind === 'email')?.value ?? receiver.email,
    isNotice: true,
  });
  const next = moveDigest(db, userId, nextAt, nextDigest(now, receiver.timezone));
  await runBatch(db, [...message.statements, next]);
  message.enqueueSoon();
}
