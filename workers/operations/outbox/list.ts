import { refuse } from '../../../domain/access/permissions';
import type { Channel } from '../../../domain/notification/channels';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import type { OutboxMessage } from '../../durable/outbox-do';

/** Messages as their receivers would see them, newest first; only on loopback (SEMANTICS 7). Needs no D1. */
export async function listOutbox(
  { actor, config, env }: Context,
  input: { limit?: number; before?: string; channel?: Channel },
): Promise<Result<{ data: OutboxMessage[] }>> {
  const refused = refuse(actor, 'outbox.read');
  if (refused) return err(refused);
  if (!config.isLocal) return err(failure('not-found', 'The local outbox exists on loopback only.'));
  const data = await env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list(input);
  return ok({ data });
}
