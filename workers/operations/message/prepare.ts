import type { Statement } from '../../../db/repositories/batch';
import { insertMessage, insertNotice, replaceMessages } from '../../../db/repositories/messages';
import { organisationOf } from '../../../db/repositories/settings';
import type { MessageContent } from '../../../domain/message/content';
import { newMessage } from '../../../domain/message/lifecycle';
import { renderContent } from '../../../domain/message/render';
import type { Channel } from '../../../domain/notification/channels';
import { hashedId } from '../../../domain/shared/hash';
import { SECOND } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { enqueue } from '../../queues/send';
import { reasonOf } from '../plan/reason';
import { sealWords } from './sealed-words';

type Said<C> = C extends MessageContent ? Omit<C, 'organisation' | 'recipientName' | 'locale'> : never;

export type Draft = {
  /** What the message is about, such as the id of a token; the same gives the same id, and an id is stored once. */
  about: readonly (string | number)[];
  content: Said<MessageContent>;
  user: { id: string; name: string; locale: string };
  channel: Channel;
  to: string;
  /** Notices stand beside each other: none takes another's place, and one that is known already stays as it is. */
  isNotice?: boolean;
  /** It waits so long before it goes out; left out: not at all. */
  delaySeconds?: number;
};

/** `statements` belong into the batch of the change that causes the message, `enqueueSoon` after it. */
export type PreparedMessage = { id: string; statements: Statement[]; enqueueSoon: () => void };

/** Makes one message to one person that belongs to no incident. Unsent ones of its kind to the same address end with it, unless it is a notice. */
export async function prepareMessage(
  context: Context,
  { about, content, user, channel, to, isNotice = false, delaySeconds = 0 }: Draft,
): Promise<PreparedMessage> {
  const { db, env, config, now, waitUntil } = context;
  const { name: organisation } = await organisationOf(db);
  const { kind } = content;
  const id = hashedId('mes', [kind, ...about]);
  const rendered = renderContent(channel, { ...content, organisation, recipientName: user.name, locale: user.locale });
  const words = await sealWords(config, { id, kind }, rendered);
  const fields = { id, kind, channel, userId: user.id, recipient: to, recipientName: user.name };
  const message = newMessage(fields, words, now, delaySeconds * SECOND);
  return {
    id,
    statements: isNotice
      ? [insertNotice(db, message)]
      : [replaceMessages(db, fields, user.id, now), insertMessage(db, message)],
    enqueueSoon: () => waitUntil(enqueueOrLeave()),
  };

  async function enqueueOrLeave(): Promise<void> {
    try {
      await enqueue(env, { kind: 'message', messageId: id, channel }, delaySeconds);
    } catch (error) {
      // Nothing is lost: the sweep puts it on its queue again.
      console.warn(`message ${id} waits for the sweep: ${reasonOf(error)}`);
    }
  }
}
