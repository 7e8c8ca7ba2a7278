import { refuse } from '../../../domain/access/permissions';
import { refWord } from '../../../domain/incident/merge';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { type Acted, actOn } from './act';
import { getIncident, type IncidentPage } from './get';
import { seeIncident } from './see';

/** Why nothing can be merged into this incident; null: it can. */
function whyNot(id: string, target: IncidentPage, visibility: IncidentPage['visibility']): Failure | null {
  if (target.id === id) return failure('conflict', 'An incident cannot be merged into itself.');
  if (target.mergedInto) {
    const { mergedInto } = target;
    const into = refWord({ ...mergedInto, title: mergedInto.id });
    return failure('conflict', `That incident is part of ${into} itself: merge into that one.`, {
      detail: { mergedInto },
    });
  }
  if (target.status === 'RESOLVED') return failure('conflict', 'That incident is over: nothing can be merged into it.');
  // Its story would stand where everybody reads it.
  if (visibility === 'PRIVATE' && target.visibility === 'PUBLIC')
    return failure('conflict', 'A private incident cannot become part of a public one.');
  return null;
}

/**
 * Makes an incident part of another: it stops paging, its alerts and its story go there, and so do their repeats
 * (SEMANTICS 12). Failures: forbidden, not-found, conflict, unavailable.
 */
export async function mergeIncident(
  context: Context,
  { id, into }: { id: string; into: string },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const [found, target] = await Promise.all([getIncident(context, { id }), getIncident(context, { id: into })]);
  if (!found.ok) return found;
  if (!target.ok) return target;
  const failed = whyNot(found.value.id, target.value, found.value.visibility);
  if (failed) return err(failed);
  const { id: targetId, number, title } = target.value;
  const command = { verb: 'merge' as const, into: { id: targetId, number, title } };
  return actOn(context, found.value.id, { kind: 'command', command });
}

/**
 * Takes an incident back out of the one it was merged into; what of it still burns pages from step 1. Its alerts stand as
 * the other one knows them. Failures: forbidden, not-found, conflict, unavailable.
 */
export async function unmergeIncident(
  context: Context,
  { id, reason }: { id: string; reason?: string | undefined },
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  const detail = seen.value;
  const incidentId = detail.id;
  const target = detail.mergedInto ? await incidentPort(context.env, detail.mergedInto.id).detail() : null;
  if (target?.mergedInto) {
    const word = refWord({ ...target, title: target.title });
    return err(failure('conflict', `${word} is part of another incident itself: take that one out first.`));
  }
  const alerts = (target?.alerts ?? [])
    .filter(({ mergedFrom }) => mergedFrom === incidentId)
    .map(({ id: alertId, status, count, lastAt }) => ({ id: alertId, status, count, lastAt }));
  return actOn(context, incidentId, { kind: 'command', command: { verb: 'unmerge', alerts, reason: reason ?? null } });
}
