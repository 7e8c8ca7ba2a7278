import type { Assignee } from '../../../domain/incident/incident';
import type { PlanPerson, PlanTeam } from '../../../domain/plan/plan';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { loadPlan } from '../../plan';

export type Asked = { to: Assignee[]; people: PlanPerson[]; teams: PlanTeam[] };

type Wanted = { kind: Assignee['kind']; id: string; path: string };

/**
 * People and teams that somebody names, as the incident needs them to page them: they may stand outside the service's
 * plan. Failures: invalid, at the field of whoever is unknown or not active.
 */
export async function newcomers(
  context: Context,
  serviceId: string,
  wanted: readonly Wanted[],
): Promise<Result<Asked>> {
  const targets = wanted.map(({ kind, id }) => ({ kind, id }));
  const plan = await loadPlan(context.db, context.config, serviceId, context.now, targets);
  const unknown = wanted.filter(({ kind, id }) =>
    kind === 'USER' ? plan?.people[id]?.status !== 'ACTIVE' : !plan?.teams[id],
  );
  if (!plan || unknown.length > 0) {
    const fields = unknown.map(({ kind, path }) => ({
      path,
      message: kind === 'USER' ? 'No such active person' : 'No such team',
    }));
    return err(failure('invalid', 'Some of them cannot be asked.', { fields }));
  }
  const teams = wanted.flatMap(({ kind, id }) => (kind === 'TEAM' ? (plan.teams[id] ?? []) : []));
  const ids = [
    ...wanted.filter(({ kind }) => kind === 'USER').map(({ id }) => id),
    ...teams.flatMap(({ leadId, members }) => [...(leadId ? [leadId] : []), ...members.map(({ userId }) => userId)]),
  ];
  const to = wanted.map(({ kind, id }): Assignee => {
    const name = (kind === 'USER' ? plan.people[id] : plan.teams[id])?.name ?? '';
    return { kind, id, name };
  });
  return ok({ to, teams, people: [...new Set(ids)].flatMap((id) => plan.people[id] ?? []) });
}
