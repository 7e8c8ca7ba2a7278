import { refuse } from '../../../domain/access/permissions';
import type { ReassignInput } from '../../../domain/incident/input';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type Acted, actOn } from './act';
import { noSuchIncident } from './find';
import { newcomers } from './newcomers';
import { seeIncident } from './see';

/** Gives the incident to a person or a team, and pages them; the policy waits for them (SEMANTICS 13). */
export async function reassignIncident(
  context: Context,
  { id, userId, teamId }: ReassignInput & { id: string },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const found = await seeIncident(context, id);
  if (!found.ok) return found;
  const wanted = userId
    ? { kind: 'USER' as const, id: userId, path: 'userId' }
    : { kind: 'TEAM' as const, id: teamId ?? '', path: 'teamId' };
  const asked = await newcomers(context, found.value.serviceId, [wanted]);
  if (!asked.ok) return asked;
  const [to] = asked.value.to;
  if (!to) return err(noSuchIncident);
  const { people, teams } = asked.value;
  const command = { verb: 'reassign' as const, to, people, team: teams[0] ?? null };
  return actOn(context, found.value.id, { kind: 'command', command });
}
