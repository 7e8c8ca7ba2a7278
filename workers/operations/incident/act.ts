import { actorRef } from '../../../domain/access/actor';
import { type Permission, refuse } from '../../../domain/access/permissions';
import type { IncidentEvent } from '../../../domain/escalation/machine';
import type { IncidentSummary } from '../../../domain/incident/view';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { noSuchIncident, resolveIncidentId } from './find';
import { maySeePrivate } from './see';

/** `changed` is false where the incident was so already (SEMANTICS 8). */
export type Acted = { incident: IncidentSummary; changed: boolean };

/**
 * What every verb does: may this actor, which incident, and then the incident's own decision. Failures: forbidden,
 * not-found, conflict (names the current status), unavailable (looked up by number while D1 is away).
 */
export async function actOn(
  context: Context,
  id: string,
  event: IncidentEvent,
  permission: Permission = 'incident.respond',
): Promise<Result<Acted>> {
  const refused = refuse(context.actor, permission);
  if (refused) return err(refused);
  const found = await resolveIncidentId(context, id);
  if (!found.ok) return found;
  const by = { actor: actorRef(context.actor), origin: context.origin };
  const port = incidentPort(context.env, found.value);
  let applied = await port.apply(event, by, context.request);
  if (applied?.outcome.kind === 'hidden' && (await maySeePrivate(context, found.value))) {
    applied = await port.apply(event, by, context.request, true);
  }
  if (!applied || applied.outcome.kind === 'hidden') return err(noSuchIncident);
  const { outcome, summary } = applied;
  if (outcome.kind === 'refused') return err(outcome.failure);
  return ok({ incident: summary, changed: outcome.kind !== 'unchanged' });
}
