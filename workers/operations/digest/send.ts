import { runBatch } from '../../../db/repositories/batch';
import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import {
  deleteToldDigestItems,
  dueDigestItems,
  markDigested,
  peopleWithDigestDue,
  postponeDigest,
} from '../../../db/repositories/digest-items';
import { findUser } from '../../../db/repositories/users';
import { ladderFor } from '../../../domain/notification/ladder';
import { DAY, HOUR } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { usableChannels } from '../contact-method/channels';
import { prepareMessage } from '../message/prepare';
import { reasonOf } from '../plan/reason';

/** So many in one digest; what is left is in the next message, a minute later. */
const MOST_ITEMS = 100;
const KEPT = 30 * DAY;

/** Every minute: sends the digests that are due. One that fails waits for the next minute and holds up no other. */
export async function sendDueDigests(context: Context, atMost: number): Promise<void> {
  const { db, now } = context;
  for (const userId of await peopleWithDigestDue(db, now, atMost)) {
    try {
      await sendDigest(context, userId);
    } catch (error) {
      console.warn(`digest of ${userId} waits for the next minute: ${reasonOf(error)}`);
    }
  }
  await runBatch(db, [deleteToldDigestItems(db, now - KEPT)]);
}

/** The message and the mark on everything it tells stand together, so each item is told once. */
async function sendDigest(context: Context, userId: string): Promise<void> {
  const { db, now, config } = context;
  const items = await dueDigestItems(db, userId, now, MOST_ITEMS);
  const ids = items.map(({ id }) => id);
  const to = await methodOf(context, userId);
  if (!to) {
    await runBatch(db, [postponeDigest(db, ids, now + HOUR)]);
    return;
  }
  const lines = items.map(({ title, serviceName, number, status }) => ({ title, serviceName, number, status }));
  const message = await prepareMessage(context, {
    about: [userId, ...ids],
    content: { kind: 'low-digest', lines, url: `${config.appUrl}/incidents?status=any` },
    user: { id: userId, name: to.name, locale: to.locale },
    channel: to.channel,
    to: to.value,
    isNotice: true,
  });
  await runBatch(db, [...message.statements, markDigested(db, ids, message.id)]);
  message.enqueueSoon();
}

/** Where the digest goes: e-mail if the person has one, else by the first method that pages of low urgency use. */
async function methodOf(context: Context, userId: string) {
  const { db } = context;
  const user = await findUser(db, userId);
  if (user?.status !== 'ACTIVE') return null;
  const methods = (await contactMethodsOf(db, userId)).map(({ id, kind, value, verifiedAt, enabled }) => ({
    id,
    kind,
    value,
    verified: verifiedAt !== null,
    enabled,
  }));
  const { name, timezone, locale, status } = user;
  const person = { id: userId, name, status, timezone, locale, methods, rules: [] };
  const { rungs } = ladderFor(person, 'LOW', await usableChannels(context), null);
  const rung = rungs.find(({ channel }) => channel === 'email') ?? rungs[0];
  return rung ? { name, locale, channel: rung.channel, value: rung.value } : null;
}
