import { findMessage } from '../../../db/repositories/messages';
import { can, refuse } from '../../../domain/access/permissions';
import type { Message } from '../../../domain/message/lifecycle';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { notFound } from '../config/failures';
import { isSelf } from '../config/own';

/** What became of a message; its words are between OpsKnight and its receiver. */
export type MessageView = Pick<
  Message,
  'id' | 'kind' | 'channel' | 'userId' | 'state' | 'reason' | 'attempts' | 'createdAt' | 'updatedAt'
>;

/** One's own message, or with "people.write" anybody's. Failures: forbidden, not-found (also for those of others). */
export async function getMessage({ actor, db }: Context, { id }: IdInput): Promise<Result<MessageView>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const message = await findMessage(db, id);
  const isVisible = message && (can(actor, 'people.write') || isSelf(actor, message.userId ?? ''));
  if (!isVisible) return err(notFound('message'));
  const { kind, channel, userId, state, reason, attempts, createdAt, updatedAt } = message;
  return ok({ id, kind, channel, userId, state, reason, attempts, createdAt, updatedAt });
}
