import { listIncidents } from '../../../db/repositories/incidents';
import { refuse } from '../../../domain/access/permissions';
import { seerOf } from '../../../domain/access/seer';
import type { IncidentFilter } from '../../../domain/incident/filter';
import type { IncidentSummary } from '../../../domain/incident/view';
import { failure } from '../../../domain/shared/errors';
import type { Page, PageInput } from '../../../domain/shared/page';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { auditPrivate } from './see';

/** One page of the incidents that the caller may see. Failures: forbidden, invalid (a cursor from elsewhere). */
export async function listIncidentsPage(
  context: Context,
  input: IncidentFilter & PageInput,
): Promise<Result<Page<IncidentSummary>>> {
  const refused = refuse(context.actor, 'incident.read');
  if (refused) return err(refused);
  const page = await listIncidents(context.db, input, seerOf(context.actor));
  if (!page) return err(failure('invalid', 'The cursor is not one of this list.'));
  const byRank = page.data.filter(({ involved }) => !involved).map(({ id }) => id);
  await auditPrivate(context, byRank);
  return ok({ ...page, data: page.data.map(({ involved: _involved, ...incident }) => incident) });
}
