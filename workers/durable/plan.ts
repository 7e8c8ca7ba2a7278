import type { IncidentState } from '../../domain/incident/state';
import type { PagingPlan } from '../../domain/plan/plan';
import type { Instant } from '../../domain/shared/time';
import { within } from '../access/within';
import { configOf } from '../config';
import { databaseOf } from '../database';
import type { Env } from '../env';
import { loadPlan } from '../plan';

/** How long D1 may take before the copy at hand is used (ARCHITECTURE §2). */
const REFRESH_TIMEOUT_MS = 1_000;

/** People and schedules as D1 has them now, asked before a step fires; the copy at hand when D1 does not answer. */
export async function refreshedPlan(
  env: Env,
  state: IncidentState,
  copy: PagingPlan,
  now: Instant,
): Promise<PagingPlan> {
  const asked = (state.responders ?? []).map(({ userId }) => ({ kind: 'USER' as const, id: userId }));
  const also = [...(state.assignee ? [state.assignee] : []), ...asked];
  const fresh = await within(REFRESH_TIMEOUT_MS, () =>
    loadPlan(databaseOf(env), configOf(env), copy.service.id, now, also),
  );
  if (!fresh.answered) console.warn(`plan of ${copy.service.id} not refreshed: the last known one is used`);
  return fresh.answered && fresh.value && fresh.value.hash !== copy.hash ? fresh.value : copy;
}
