import { runBatch } from '../../../db/repositories/batch';
import { insertMessage } from '../../../db/repositories/messages';
import { insertSubscriber, subscriberAt, updateSubscriber } from '../../../db/repositories/status-subscribers';
import { newMessage } from '../../../domain/message/lifecycle';
import { failure } from '../../../domain/shared/errors';
import { hashedId, sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import type { PageAddress } from '../../../domain/status-page/page';
import { confirmationMail } from '../../../domain/status-page/render/post';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import type { SubscribeInput } from '../../../domain/status-page/subscriber-input';
import { countTry } from '../../access/lockout-gate';
import type { Context } from '../../context';
import { enqueue } from '../../queues/send';
import { notFound } from '../config/failures';
import { reasonOf } from '../plan/reason';
import { storedPage } from '../status-page/serve';
import { linkToken } from './links';

/** One question to an address in so long, whoever asks. */
const EVERY = 10 * MINUTE;

/**
 * A visitor asks for mails: the address is asked whether it wants them (double opt-in), and is told nothing before it
 * has said so. Somebody who is subscribed is asked again, so that nobody learns who is. Failures: not-found,
 * rate-limited.
 */
export async function subscribe(
  context: Context,
  { address, email, componentIds, language }: SubscribeInput & { address: PageAddress },
): Promise<Result<null>> {
  const { config, db, env, ip, now, random, waitUntil } = context;
  const stored = await storedPage(context, address);
  if (stored?.gate.audience !== 'public') return err(notFound('status page'));
  const { page, url } = stored;
  if (!(await countTry(context, `subscribe ${page.id} ${ip ?? ''}`)).allowed) return err(tooOften);
  const known = await subscriberAt(db, { pageId: page.id, channel: 'email', addressKey: sha256Hex(email) });
  if (known && now < known.askedAt + EVERY) return err(tooOften);
  const chosen = componentIds.filter((id) => page.components.some((component) => component.id === id));
  const wished = { componentIds: chosen, language: language ?? page.language, askedAt: now, updatedAt: now };
  const subscriber: Subscriber = known
    ? { ...known, ...(known.confirmedAt === null ? wished : { askedAt: now, updatedAt: now }) }
    : {
        id: newId('statusSubscriber', random),
        pageId: page.id,
        channel: 'email',
        address: email,
        addressKey: sha256Hex(email),
        shown: email,
        secret: null,
        ...wished,
        confirmedAt: null,
        createdAt: now,
      };
  const link = `${url}/confirm/${await linkToken(config, 'confirm', subscriber.id)}`;
  const id = hashedId('mes', ['status-confirmation', subscriber.id, now]);
  const fields = { id, kind: 'status-confirmation' as const, channel: 'email' as const, userId: null };
  const to = { recipient: email, recipientName: '' };
  const mail = confirmationMail(page.name, subscriber.language, link);
  await runBatch(db, [
    known ? updateSubscriber(db, subscriber) : insertSubscriber(db, subscriber),
    insertMessage(db, newMessage({ ...fields, ...to }, mail, now)),
  ]);
  waitUntil(
    enqueue(env, { kind: 'message', messageId: id, channel: 'email' }).catch((error) => {
      console.warn(`message ${id} waits for the sweep: ${reasonOf(error)}`);
    }),
  );
  return ok(null);
}

const tooOften = failure('rate-limited', 'A mail to this address is on its way already.');
