import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import type { AcceptedEvent } from '../../durable/ports';
import { inboxPort } from '../../durable/stubs';
import { notFound } from '../config/failures';

/**
 * Takes a kept event in once more, also one that was refused, by today's mapping and rules. It pages like the first
 * time. Failures: forbidden, not-found, conflict (kept only in part), invalid (still cannot be read), unavailable.
 */
export async function replayEvent(
  context: Context,
  { id, eventId }: { id: string; eventId: string },
): Promise<Result<{ results: AcceptedEvent[] }>> {
  const { actor, db, env } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  if (!integration) return err(notFound('integration'));
  if (!/^\d{1,15}$/.test(eventId)) return err(notFound('event'));
  const replayed = await inboxPort(env, integration.inbox).replay(integration.inbox, Number(eventId));
  if (!replayed.ok) return replayed;
  const after = { name: integration.name, eventId };
  await runBatch(db, [
    recordAudit(context, { action: 'integration.replay', targetKind: 'integration', targetId: id, after }),
  ]);
  return { ok: true, value: { results: replayed.value } };
}
