import { refuse } from '../../../domain/access/permissions';
import type { ReassignInput } from '../../../domain/incident/input';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { type Acted, actOn } from './act';
import { noSuchIncident, resolveIncidentId } from './find';
import { newcomers } from './newcomers';

/** Gives the incident to a person or a team, and pages them; the policy waits for them (SEMANTICS 13). */
export async function reassignIncident(
  context: Context,
  { id, userId, teamId }: ReassignInput & { id: string },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const found = await resolveIncidentId(context, id);
  if (!found.ok) return found;
  const detail = await incidentPort(context.env, found.value).detail();
  if (!detail) return err(noSuchIncident);
  const wanted = userId
    ? { kind: 'USER' as const, id: userId, path: 'userId' }
    : { kind: 'TEAM' as const, id: teamId ?? '', path: 'teamId' };
  const asked = await newcomers(context, detail.serviceId, [wanted]);
  if (!asked.ok) return asked;
  const [to] = asked.value.to;
  if (!to) return err(noSuchIncident);
  const { people, teams } = asked.value;
  const command = { verb: 'reassign' as const, to, people, team: teams[0] ?? null };
  return actOn(context, found.value, { kind: 'command', command });
}
