import type { LocationHint } from '../../../domain/service/location';
import type { Instant } from '../../../domain/shared/time';
import type { Env } from '../../env';
import { incidentPort } from '../stubs';
import { CHILD_CHECK_MS } from './open';

/** Incidents that the read model has not confirmed are asked to try again, ever more seldom. */
export async function pokeChildren(
  sql: SqlStorage,
  env: Env,
  now: Instant,
  hint: LocationHint | null | undefined,
): Promise<void> {
  const due = sql
    .exec<{ id: string; since: number }>(
      'SELECT incident_id AS id, since FROM children WHERE poke_at <= ? LIMIT 50',
      now,
    )
    .toArray();
  for (const { id, since } of due) {
    const wait = Math.min(Math.max(now - since, CHILD_CHECK_MS), 10 * CHILD_CHECK_MS);
    sql.exec('UPDATE children SET poke_at = ? WHERE incident_id = ?', now + wait, id);
  }
  await Promise.all(due.map(({ id }) => incidentPort(env, id, hint).poke()));
}
