import { recordAudit } from '../../../db/repositories/audit';
import { runBatch } from '../../../db/repositories/batch';
import { findIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import { testEvent } from '../../../domain/integration/test-alert';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import type { AcceptedEvent } from '../../durable/ports';
import { inboxPort } from '../../durable/stubs';
import { notFound } from '../config/failures';

export type TestInput = IdInput & { action: 'trigger' | 'resolve' };

/**
 * Sends a test event through the integration's own inbox: kept, decided and paged like any other, with LOW urgency.
 * Failures: forbidden, not-found, conflict (switched off), unavailable.
 */
export async function sendTest(context: Context, { id, action }: TestInput): Promise<Result<AcceptedEvent>> {
  const { actor, db, env } = context;
  const refusal = refuse(actor, 'config.write');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  if (!integration) return err(notFound('integration'));
  const sent = await inboxPort(env, integration.inbox).takeTest(
    integration.inbox,
    JSON.stringify(testEvent(integration, action)),
  );
  if (!sent.ok) return sent;
  const [accepted] = sent.value;
  if (!accepted) return err(failure('unavailable', 'The test event was not taken.'));
  const after = { name: integration.name, action };
  await runBatch(db, [
    recordAudit(context, { action: 'integration.test', targetKind: 'integration', targetId: id, after }),
  ]);
  return ok(accepted);
}
