import { listIncidents } from '../../../db/repositories/incidents';
import { refuse } from '../../../domain/access/permissions';
import type { IncidentListInput } from '../../../domain/incident/input';
import type { IncidentSummary } from '../../../domain/incident/view';
import { failure } from '../../../domain/shared/errors';
import type { Page } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';

const NOBODY = '-';

/** One page of incidents, newest first. Failures: forbidden, invalid (a cursor from elsewhere). */
export async function listIncidentsPage(
  context: Context,
  { assignee, ...filter }: IncidentListInput,
): Promise<Result<Page<IncidentSummary>>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const me = context.actor.kind === 'user' ? context.actor.id : NOBODY;
  const page = await listIncidents(context.db, { ...filter, assigneeId: assignee === 'me' ? me : assignee });
  if (!page) return err(failure('invalid', 'The cursor is not one of this list.'));
  return ok(page);
}
