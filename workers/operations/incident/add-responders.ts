import { refuse } from '../../../domain/access/permissions';
import type { RespondersInput } from '../../../domain/incident/input';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { type Acted, actOn } from './act';
import { noSuchIncident, resolveIncidentId } from './find';
import { newcomers } from './newcomers';

/** Asks people and teams to help: they are paged by name, at once, whatever the policy does. */
export async function addResponders(
  context: Context,
  { id, userIds = [], teamIds = [], message }: RespondersInput & { id: string },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const found = await resolveIncidentId(context, id);
  if (!found.ok) return found;
  const detail = await incidentPort(context.env, found.value).detail();
  if (!detail) return err(noSuchIncident);
  const asked = await newcomers(context, detail.serviceId, [
    ...userIds.map((userId, index) => ({ kind: 'USER' as const, id: userId, path: `userIds/${index}` })),
    ...teamIds.map((teamId, index) => ({ kind: 'TEAM' as const, id: teamId, path: `teamIds/${index}` })),
  ]);
  if (!asked.ok) return asked;
  const command = { verb: 'responders' as const, ...asked.value, message: message ?? null };
  return actOn(context, found.value, { kind: 'command', command });
}
