import { runBatch } from '../../../db/repositories/batch';
import { isInvolvedIn } from '../../../db/repositories/incident-access';
import { putWatcher } from '../../../db/repositories/watchers';
import { refuse } from '../../../domain/access/permissions';
import { isNamedIn } from '../../../domain/incident/audience';
import type { UpdateIncidentInput } from '../../../domain/incident/input';
import { err, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type Acted, actOn } from './act';
import { seeIncident } from './see';

/**
 * Changes title, description, urgency, priority or visibility. A person who makes an incident private that is none of
 * their business by anything else follows it from then on: nobody locks themselves out. Failures: those of a verb.
 */
export async function updateIncident(
  context: Context,
  { id, ...to }: UpdateIncidentInput & { id: string },
): Promise<Result<Acted>> {
  if (to.visibility !== 'PRIVATE') return actOn(context, id, { kind: 'edit', to });
  const refused = refuse(context.actor, 'incident.respond');
  if (refused) return err(refused);
  const seen = await seeIncident(context, id);
  if (!seen.ok) return seen;
  await stayInvolved(context, seen.value);
  return actOn(context, seen.value.id, { kind: 'edit', to });
}

async function stayInvolved({ actor, db, now }: Context, incident: Parameters<typeof isNamedIn>[0]): Promise<void> {
  if (actor.kind !== 'user' || isNamedIn(incident, actor.id)) return;
  if (await isInvolvedIn(db, incident.id, actor.id)) return;
  const row = { incidentId: incident.id, userId: actor.id, role: 'FOLLOWER' as const, addedAt: now };
  await runBatch(db, [putWatcher(db, row)]);
}
