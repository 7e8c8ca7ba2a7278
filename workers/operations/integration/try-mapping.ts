import { findIntegration } from '../../../db/repositories/integrations';
import { refuse } from '../../../domain/access/permissions';
import type { AlertEvent } from '../../../domain/ingest/adapter';
import { mappedWebhook } from '../../../domain/ingest/mapping';
import type { TryMappingInput } from '../../../domain/integration/input';
import { TEST_AGENT } from '../../../domain/integration/test-alert';
import { failure } from '../../../domain/shared/errors';
import type { IdInput } from '../../../domain/shared/input';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { inboxPort } from '../../durable/stubs';
import { notFound } from '../config/failures';

const LOOKED_THROUGH = 50;

export type TriedMapping = { eventId: number; alerts: AlertEvent[] };

/**
 * Reads a kept event (the newest that the tool itself has sent, unless told) with a mapping that need not be stored.
 * Nothing is taken in. Failures: forbidden, not-found (no event), unprocessable (it cannot be read with any mapping).
 */
export async function tryMapping(
  { actor, db, env }: Context,
  { id, fieldMapping, eventId }: TryMappingInput & IdInput,
): Promise<Result<TriedMapping>> {
  const refusal = refuse(actor, 'config.read');
  if (refusal) return err(refusal);
  const integration = await findIntegration(db, id);
  if (!integration) return err(notFound('integration'));
  const events = await inboxPort(env, integration.inbox).recent(LOOKED_THROUGH);
  const event = events.find((one) =>
    eventId === undefined ? one.body !== '' && one.headers['user-agent'] !== TEST_AGENT : one.id === eventId,
  );
  if (!event) return err(failure('not-found', 'There is no event to read yet. Send one from the tool first.'));
  const { headers, body, at, request } = event;
  const { method, query, rest } = request ?? { method: 'POST', query: {}, rest: [] };
  const contentType = headers['content-type'] ?? '';
  const parsed = mappedWebhook(fieldMapping).parse({ method, contentType, headers, query, rest, body, receivedAt: at });
  if (!parsed.ok) return err(failure('unprocessable', parsed.error.reason));
  return ok({ eventId: event.id, alerts: parsed.value });
}
