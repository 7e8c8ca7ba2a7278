import type { IncidentOperations } from '~/lib/operations';
import type { MergeTarget } from './merge-form';
import { UNRESOLVED } from './words';

/** So many are offered, the newest first; one beyond them is merged by its number through the API. */
const OFFERED = 100;

/** The incidents that another one can be merged into; none while the database does not answer. */
export async function openIncidents(incident: IncidentOperations): Promise<MergeTarget[]> {
  try {
    const open = await incident.list({ status: UNRESOLVED, limit: OFFERED });
    if (!open.ok) return [];
    return open.value.data.map(({ id, number, title, serviceName }) => ({ id, number, title, serviceName }));
  } catch {
    return [];
  }
}
