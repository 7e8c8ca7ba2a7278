import { recordAudit } from '../../../db/repositories/audit';
import { isUniqueViolation, runBatch } from '../../../db/repositories/batch';
import { insertPostmortem, postmortemOf } from '../../../db/repositories/postmortems';
import { actorRef } from '../../../domain/access/actor';
import { refuse } from '../../../domain/access/permissions';
import { draftOf } from '../../../domain/postmortem/draft';
import type { CreatePostmortemInput } from '../../../domain/postmortem/input';
import { type Failure, failure } from '../../../domain/shared/errors';
import { newId } from '../../../domain/shared/ids';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { getIncident } from '../incident/get';
import type { PostmortemView } from './view';

const known = (id: string): Failure =>
  failure('conflict', 'There is a postmortem of this incident already.', { detail: { postmortemId: id } });

/**
 * Drafts a postmortem from an incident's timeline, also while it still runs. Failures: forbidden, not-found, conflict
 * (there is one, named in `postmortemId`; the incident is private).
 */
export async function createPostmortem(
  context: Context,
  { incidentId }: CreatePostmortemInput,
): Promise<Result<PostmortemView>> {
  const { actor, db, now, random } = context;
  const refused = refuse(actor, 'incident.respond');
  if (refused) return err(refused);
  const incident = await getIncident(context, { id: incidentId });
  if (!incident.ok) return incident;
  const before = await postmortemOf(db, incident.value.id);
  if (before) return err(known(before.id));
  if (incident.value.visibility === 'PRIVATE')
    return err(failure('conflict', 'A private incident has no postmortem, because everybody could read it.'));
  const draft = draftOf(incident.value, { id: newId('postmortem', random), by: actorRef(actor), now });
  try {
    await runBatch(db, [
      insertPostmortem(db, draft),
      recordAudit(context, {
        action: 'postmortem.create',
        targetKind: 'postmortem',
        targetId: draft.id,
        after: { incidentId: draft.incidentId, title: draft.title },
      }),
    ]);
  } catch (error) {
    // Two people pressed the button at once.
    const other = isUniqueViolation(error, 'postmortems.incident_id') ? await postmortemOf(db, draft.incidentId) : null;
    if (!other) throw error;
    return err(known(other.id));
  }
  return ok({ ...draft, serviceName: incident.value.serviceName, actionItems: [] });
}
