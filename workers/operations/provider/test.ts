import { contactMethodsOf } from '../../../db/repositories/contact-methods';
import { refuse } from '../../../domain/access/permissions';
import type { Channel } from '../../../domain/notification/channels';
import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { testContactMethod } from '../contact-method/test';

/**
 * Sends whoever asks a test message by a channel, on their own address there; `message.get` tells what became of it.
 * Failures: forbidden, conflict (has no such contact method), rate-limited.
 */
export async function testProvider(
  context: Context,
  { channel }: { channel: Channel },
): Promise<Result<{ messageId: string }>> {
  const { actor, db } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const own = actor.kind === 'user' ? await contactMethodsOf(db, actor.id) : [];
  const method = own.find(({ kind, enabled }) => kind === channel && enabled);
  if (!method)
    return err(failure('conflict', 'You have no contact method of this kind to send a test to. Add one first.'));
  return testContactMethod(context, { id: method.id });
}
