import type { Statement } from '../../../db/repositories/batch';
import { insertSubscriber, updateSubscriber } from '../../../db/repositories/status-subscribers';
import { sha256Hex } from '../../../domain/shared/hash';
import { newId } from '../../../domain/shared/ids';
import { MINUTE } from '../../../domain/shared/time';
import { type PageLanguage, pageUrl, type StatusPage } from '../../../domain/status-page/page';
import type { Subscriber, SubscriberChannel } from '../../../domain/status-page/subscriber';
import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { type AskedOf, prepareQuestion } from './prepare-question';
import { sealAddress } from './sealed';

/** One question to an address in so long, whoever asks. */
export const ASKED_EVERY = 10 * MINUTE;

type Asking = {
  page: AskedOf;
  channel: SubscriberChannel;
  /** The address as its channel takes it, and as it may be shown. */
  address: { plain: string; shown: string };
  /** The subscription that this address has; null: none. */
  known: Subscriber | null;
  wished: { componentIds: readonly string[]; language: PageLanguage };
  isBulk?: boolean;
};

/** The page as its questions name it: their links lead to its own host name, where it has one. */
export const askedBy = ({ config }: Pick<Context, 'config'>, page: StatusPage): AskedOf => ({
  id: page.id,
  name: page.name,
  url: pageUrl(config.appUrl, page),
});

export type Asked = { subscriber: Subscriber; statements: Statement[]; body: QueueBody };

/**
 * Asks an address whether it wants to hear of a page (double opt-in): the subscription that waits for the answer, and
 * the question. What somebody who has confirmed had chosen stays. The statements belong together, the body onto its
 * queue afterwards.
 */
export async function ask(context: Context, { page, known, wished, isBulk, ...at }: Asking): Promise<Asked> {
  const { db, now } = context;
  const subscriber = known
    ? { ...known, ...(known.confirmedAt === null ? wished : {}), askedAt: now, updatedAt: now }
    : await newSubscriber(context, page.id, { ...at, wished });
  const { statements, body } = await prepareQuestion(context, page, subscriber, isBulk);
  const stored = known ? updateSubscriber(db, subscriber) : insertSubscriber(db, subscriber);
  return { subscriber, statements: [stored, ...statements], body };
}

async function newSubscriber(
  context: Context,
  pageId: string,
  { channel, address: { plain, shown }, wished }: Pick<Asking, 'channel' | 'address' | 'wished'>,
): Promise<Subscriber> {
  const { now, random } = context;
  const id = newId('statusSubscriber', random);
  const { stored } = await sealAddress(context, id, channel, plain);
  const times = { confirmedAt: null, askedAt: now, createdAt: now, updatedAt: now };
  return { id, pageId, channel, ...stored, addressKey: sha256Hex(plain), shown, ...wished, ...times };
}
