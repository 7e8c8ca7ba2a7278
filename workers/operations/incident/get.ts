import { findKeptIncident } from '../../../db/repositories/kept-incident';
import { listNotes } from '../../../db/repositories/notes';
import { can, refuse } from '../../../domain/access/permissions';
import { allowedVerbs, type Verb } from '../../../domain/incident/lifecycle';
import type { IncidentDetail, NoteView } from '../../../domain/incident/view';
import { err, ok, type Result } from '../../../domain/shared/result';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { incidentPort } from '../../durable/stubs';
import { noSuchIncident, resolveIncidentId } from './find';

/** `notes` is null while D1 does not answer; everything else comes from the incident itself (SEMANTICS 27). */
export type IncidentPage = IncidentDetail & { notes: NoteView[] | null; allowed: (Verb | 'note')[] };

const NOTES_PATIENCE_MS = 1_000;

/**
 * Everything about one incident, by id or number, and what this actor may do to it now. One whose object holds nothing
 * is told from the read model: it can be read and commented on, and nothing else.
 */
export async function getIncident(context: Context, { id }: { id: string }): Promise<Result<IncidentPage>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const found = await resolveIncidentId(context, id);
  if (!found.ok) return found;
  const [live, notes] = await Promise.all([
    incidentPort(context.env, found.value).detail(),
    within(NOTES_PATIENCE_MS, () => listNotes(context.db, found.value)),
  ]);
  const detail = live ?? (await findKeptIncident(context.db, found.value));
  if (!detail) return err(noSuchIncident);
  const verbs = live && can(context.actor, 'incident.respond') ? allowedVerbs(detail.status) : [];
  const allowed: IncidentPage['allowed'] = can(context.actor, 'incident.note') ? [...verbs, 'note'] : verbs;
  return ok({ ...detail, notes: notes.answered ? notes.value : null, allowed });
}
