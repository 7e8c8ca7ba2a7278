import { actorRef, SYSTEM } from '../../../domain/access/actor';
import type { Effect } from '../../../domain/escalation/change';
import type { Env } from '../../env';
import type { IncidentPort } from '../ports';
import { incidentPort } from '../stubs';
import { readTimeline } from './store';

/** So many of the latest lines go along; of a longer story the rest stays where it is written. */
const LINES = 500;

/**
 * Hands over what belongs to a merged incident. The other one may have closed meanwhile: then this one has to go on
 * alone, and pages again. Throws where the other does not answer; the effect is tried again.
 */
export async function handOver(
  sql: SqlStorage,
  env: Env,
  { to, by, given }: Extract<Effect, { kind: 'hand-over' }>,
  self: Pick<IncidentPort, 'apply'>,
): Promise<void> {
  const history = readTimeline(sql)
    .filter(({ seq, detail }) => seq <= given.seq && !('mergedFrom' in detail))
    .slice(-LINES);
  const applied = await incidentPort(env, to).apply({ kind: 'take-over', given: { ...given, history } }, by);
  if (applied && applied.outcome.kind !== 'closed') return;
  const command = { verb: 'unmerge' as const, alerts: [], reason: 'the other incident is over' };
  await self.apply({ kind: 'command', command }, { actor: actorRef(SYSTEM), origin: 'timer' });
}
