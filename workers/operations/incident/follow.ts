import { refuse } from '../../../domain/access/permissions';
import type { IncidentStatus } from '../../../domain/incident/incident';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentSocket } from '../../durable/stubs';
import { see } from './see';

type Input = { id: string; asSocket: boolean };

/**
 * Lets somebody who may read an incident hear whenever it changes: `socket` is the open end of a WebSocket, null where
 * none was asked for. Failures: forbidden, not-found; conflict for one whose object holds nothing any more.
 */
export async function followIncident(
  context: Context,
  { id, asSocket }: Input,
): Promise<Result<{ status: IncidentStatus; socket: WebSocket | null }>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const seen = await see(context, id);
  if (!seen.ok) return seen;
  const { detail, isLive } = seen.value;
  if (!asSocket) return ok({ status: detail.status, socket: null });
  if (!isLive) return err(failure('conflict', 'This incident is closed for good: nothing of it will change.'));
  const { webSocket } = await incidentSocket(context.env, detail.id);
  return ok({ status: detail.status, socket: webSocket });
}
