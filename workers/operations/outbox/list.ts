import { hiddenMessages } from '../../../db/repositories/incident-access';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import type { Channel } from '../../../domain/notification/channels';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { within } from '../../access/within';
import type { Context } from '../../context';
import type { OutboxMessage } from '../../durable/outbox-do';

const PATIENCE_MS = 1_000;

/**
 * Messages as their receivers would see them, newest first; only on loopback (SEMANTICS 7). An administrator's needs no
 * D1; everybody else finds no message about a private incident that is none of their business.
 */
export async function listOutbox(
  { actor, config, db, env }: Context,
  input: { limit?: number; before?: string; channel?: Channel },
): Promise<Result<{ data: OutboxMessage[] }>> {
  const refused = refuse(actor, 'outbox.read');
  if (refused) return err(refused);
  if (!config.isLocal) return err(failure('not-found', 'The local outbox exists on loopback only.'));
  const data = await env.OUTBOX.get(env.OUTBOX.idFromName('outbox')).list(input);
  const seer = seerOf(actor);
  if (seer.sees === 'all') return ok({ data });
  const ids = data.map(({ notificationId }) => notificationId);
  const hidden = await within(PATIENCE_MS, () => hiddenMessages(db, ids, seer));
  return ok({ data: hidden.answered ? data.filter(({ notificationId }) => !hidden.value.has(notificationId)) : [] });
}
