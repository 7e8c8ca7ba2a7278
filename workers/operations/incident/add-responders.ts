import { refuse } from '../../../domain/access/permissions';
import type { RespondersInput } from '../../../domain/incident/input';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type Acted, actOn } from './act';

import { newcomers } from './newcomers';
import { seeIncident } from './see';

/** Asks people and teams to help: they are paged by name, at once, whatever the policy does. */
export async function addResponders(
  context: Context,
  { id, userIds = [], teamIds = [], message }: RespondersInput & { id: string },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const found = await seeIncident(context, id);
  if (!found.ok) return found;
  const asked = await newcomers(context, found.value.serviceId, [
    ...userIds.map((userId, index) => ({ kind: 'USER' as const, id: userId, path: `userIds/${index}` })),
    ...teamIds.map((teamId, index) => ({ kind: 'TEAM' as const, id: teamId, path: `teamIds/${index}` })),
  ]);
  if (!asked.ok) return asked;
  const command = { verb: 'responders' as const, ...asked.value, message: message ?? null };
  return actOn(context, found.value.id, { kind: 'command', command });
}
