import type { Statement } from '../../../db/repositories/batch';
import { insertMessage } from '../../../db/repositories/messages';
import { insertQuestion } from '../../../db/repositories/status-questions';
import { MANY_PATIENCE, newMessage } from '../../../domain/message/lifecycle';
import { hashedId } from '../../../domain/shared/hash';
import { newQuestion } from '../../../domain/status-page/question';
import { confirmationMail } from '../../../domain/status-page/render/post';
import type { Subscriber } from '../../../domain/status-page/subscriber';
import type { Context } from '../../context';
import type { QueueBody } from '../../queues/messages';
import { linkToken } from './links';

export type PreparedQuestion = { statements: Statement[]; body: QueueBody };
/** A page as its questions name it, and where it stands. */
export type AskedOf = { id: string; name: string; url: string };

/** Where somebody confirms that an address is theirs and wants to hear of a page. */
export const confirmUrlOf = async (
  config: Context['config'],
  { url }: Pick<AskedOf, 'url'>,
  { id }: Pick<Subscriber, 'id'>,
): Promise<string> => `${url}/confirm/${await linkToken(config, 'confirm', id)}`;

/**
 * What asks an address whether it wants to hear of a page: the statements belong into the batch of the subscriber, the
 * body onto its queue afterwards.
 */
export async function prepareQuestion(
  { config, db, now }: Pick<Context, 'config' | 'db' | 'now'>,
  page: AskedOf,
  subscriber: Subscriber,
  isBulk = false,
): Promise<PreparedQuestion> {
  if (subscriber.channel !== 'email') {
    const question = newQuestion(subscriber.id, now);
    return { statements: [insertQuestion(db, question)], body: { kind: 'status-question', questionId: question.id } };
  }
  const id = hashedId('mes', ['status-confirmation', subscriber.id, now]);
  const fields = { id, kind: 'status-confirmation' as const, channel: 'email' as const, userId: null };
  const mail = confirmationMail(page.name, subscriber.language, await confirmUrlOf(config, page, subscriber));
  const to = { recipient: subscriber.address, recipientName: '' };
  const message = newMessage({ ...fields, ...to }, mail, now, isBulk ? MANY_PATIENCE : 0);
  return {
    statements: [insertMessage(db, message)],
    body: { kind: 'message', messageId: id, channel: 'email', isBulk },
  };
}
