import { refuse } from '../../../domain/access/permissions';
import type { Assignee } from '../../../domain/incident/incident';
import type { ReassignInput } from '../../../domain/incident/input';
import { failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { loadPlan } from '../../plan';
import { type Acted, actOn } from './act';
import { noSuchIncident, resolveIncidentId } from './find';

const unknownAssignee = (path: 'userId' | 'teamId') =>
  failure('invalid', 'The incident cannot be given to them.', {
    fields: [{ path, message: path === 'userId' ? 'No such active person' : 'No such team' }],
  });

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

  const kind = userId ? ('USER' as const) : ('TEAM' as const);
  const target = { kind, id: userId ?? teamId ?? '' };
  const plan = await loadPlan(context.db, context.config, detail.serviceId, context.now, [target]);
  const person = plan?.people[target.id];
  const team = plan?.teams[target.id];
  if (kind === 'USER' && person?.status !== 'ACTIVE') return err(unknownAssignee('userId'));
  if (kind === 'TEAM' && !team) return err(unknownAssignee('teamId'));

  const to: Assignee = { ...target, name: person?.name ?? team?.name ?? '' };
  const ids = kind === 'USER' ? [target.id] : [...(team?.members ?? []).map((member) => member.userId)];
  const people = ids.flatMap((one) => plan?.people[one] ?? []);
  const command = { verb: 'reassign' as const, to, people, team: team ?? null };
  return actOn(context, found.value, { kind: 'command', command });
}
