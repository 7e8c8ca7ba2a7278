import { recordsOf } from '../../../db/repositories/incident-records';
import { can, refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import { allowedVerbs, type Verb } from '../../../domain/incident/lifecycle';
import type { IncidentDetail, IncidentRecords } from '../../../domain/incident/view';
import { err, ok, type Result } from '../../../domain/shared/result';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { resolveIncidentId } from './find';
import { see } from './see';

/** What can be done on its page: the verbs, and what is written beside them. */
export type Allowed = Verb | 'note' | 'edit';
/** `records` is null while D1 does not answer; everything else comes from the incident itself (SEMANTICS 27). */
export type IncidentPage = IncidentDetail & { records: IncidentRecords | null; allowed: Allowed[] };

const RECORDS_PATIENCE_MS = 1_000;

/**
 * Everything about one incident, by id or number, and what this actor may do to it now. One whose object holds nothing
 * is told from the read model: it can be read and commented on, and nothing else.
 */
export async function getIncident(context: Context, { id }: { id: string }): Promise<Result<IncidentPage>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const found = await resolveIncidentId(context, id);
  if (!found.ok) return found;
  const [seen, records] = await Promise.all([
    see(context, found.value),
    within(RECORDS_PATIENCE_MS, () => recordsOf(context.db, found.value, seerOf(context.actor))),
  ]);
  if (!seen.ok) return seen;
  const { detail, isLive } = seen.value;
  const verbs =
    isLive && can(context.actor, 'incident.respond') ? allowedVerbs(detail.status, Boolean(detail.mergedInto)) : [];
  const allowed: Allowed[] = [
    ...verbs,
    ...(isLive && can(context.actor, 'incident.respond') ? (['edit'] as const) : []),
    ...(can(context.actor, 'incident.note') ? (['note'] as const) : []),
  ];
  return ok({ ...detail, records: records.answered ? records.value : null, allowed });
}
