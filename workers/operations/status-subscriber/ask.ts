import type { Statement } from '../../../db/repositories/batch';
import { insertMessage } from '../../../db/repositories/messages';
import { insertSubscriber, updateSubscriber } from '../../../db/repositories/status-subscribers';
import { newMessage } from '../../../domain/message/lifecycle';
import { hashedId, sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { MINUTE } from '../../../domain/shared/time';
import { addressesOf, baseUrl, type PageLanguage, type StatusPage } from '../../../domain/status-page/page';
import { confirmationMail } from '../../../domain/status-page/render/post';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { linkToken } from './links';

/** One question to an address in so long, whoever asks. */
export const ASKED_EVERY = 10 * MINUTE;
/** Many questions at once go by the queue that no page waits behind, which may take its time. */
const MANY_PATIENCE = 15 * MINUTE;

type Asking = {
  page: { id: string; name: string; url: string };
  email: string;
  /** The subscription that this address has; null: none. */
  known: Subscriber | null;
  wished: { componentIds: readonly string[]; language: PageLanguage };
  isBulk?: boolean;
};

/** The page as its questions name it: their links lead to its own host name, where it has one. */
export function askedBy({ config }: Pick<Context, 'config'>, page: StatusPage): Asking['page'] {
  const [address] = addressesOf(page);
  return { id: page.id, name: page.name, url: address ? baseUrl(config.appUrl, address) : config.appUrl };
}

export type Question = { subscriber: Subscriber; statements: Statement[]; body: QueueBody };

/**
 * The question to an address whether it wants mails of a page (double opt-in): the subscription that waits for the
 * answer, and the mail. What somebody who has confirmed had chosen stays. The statements belong together, the body onto
 * its queue afterwards.
 */
export async function prepareQuestion(
  { config, db, now, random }: Context,
  { page, email, known, wished, isBulk = false }: Asking,
): Promise<Question> {
  const times = { askedAt: now, updatedAt: now };
  const subscriber: Subscriber = known
    ? { ...known, ...(known.confirmedAt === null ? wished : {}), ...times }
    : {
        id: newId('statusSubscriber', random),
        pageId: page.id,
        channel: 'email',
        address: email,
        addressKey: sha256Hex(email),
        shown: email,
        secret: null,
        ...wished,
        ...times,
        confirmedAt: null,
        createdAt: now,
      };
  const link = `${page.url}/confirm/${await linkToken(config, 'confirm', subscriber.id)}`;
  const id = hashedId('mes', ['status-confirmation', subscriber.id, now]);
  const fields = { id, kind: 'status-confirmation' as const, channel: 'email' as const, userId: null };
  const to = { recipient: email, recipientName: '' };
  const mail = confirmationMail(page.name, subscriber.language, link);
  const message = newMessage({ ...fields, ...to }, mail, now, isBulk ? MANY_PATIENCE : 0);
  return {
    subscriber,
    statements: [
      known ? updateSubscriber(db, subscriber) : insertSubscriber(db, subscriber),
      insertMessage(db, message),
    ],
    body: { kind: 'message', messageId: id, channel: 'email', isBulk },
  };
}
