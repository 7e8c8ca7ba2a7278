import { incidentChoices as choicesIn, type IncidentChoices } from '../../../db/repositories/incident-choices';
import { refuse } from '../../../domain/access/permissions';
import { err, ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { ownerOf } from '../saved-view/own';

/** What screens of incidents offer to choose from. Failures: forbidden. */
export async function incidentChoices(context: Context): Promise<Result<IncidentChoices>> {
  const refused = refuse(context.actor, 'incident.read') ?? refuse(context.actor, 'config.read');
  return refused ? err(refused) : ok(await choicesIn(context.db, ownerOf(context) ?? ''));
}
