import { changesOfService, type StoredChange } from '../../../db/repositories/change-events';
import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import { HOUR } from '../../../domain/shared/time';
import { within } from '../../access/within';
import type { Context } from '../../context';
import { getIncident } from './get';

/** How long before an incident a change still stands in its timeline, and how many. */
const BEFORE_MS = 24 * HOUR;
const AT_MOST = 20;
const PATIENCE_MS = 1_000;

/**
 * Deploys and other changes of the incident's service from a day before it opened until it was resolved, oldest first;
 * none while D1 does not answer. Failures: those of `getIncident`.
 */
export async function incidentChanges(
  context: Context,
  input: IdInput,
): Promise<Result<{ data: StoredChange[]; nextCursor: null }>> {
  const found = await getIncident(context, input);
  if (!found.ok) return found;
  const { serviceId, openedAt, resolvedAt } = found.value;
  const span = { from: openedAt - BEFORE_MS, to: resolvedAt ?? context.now, limit: AT_MOST };
  const changes = await within(PATIENCE_MS, () => changesOfService(context.db, serviceId, span));
  return ok({ data: changes.answered ? changes.value.toReversed() : [], nextCursor: null });
}
