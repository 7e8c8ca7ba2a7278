import { type ComponentState, shownToVisitors } from '../../../domain/status-page/component';
import type { Env } from '../../env';
import { enqueue } from '../../queues/send';
import { projectedSeq } from './project';
import type { Stored } from './store';

/** What status pages know of an incident; null: perhaps not what it is now. */
export type Shown = ComponentState | null;

/** What they know of one that has just been loaded: everything that the read model has was told to them too. */
export const shownSoFar = (sql: SqlStorage, { state }: Stored): Shown =>
  projectedSeq(sql) >= state.seq ? shownToVisitors(state) : null;

/**
 * Has status pages made anew where one shows the incident's service (`isOnPage`) and the incident is another one to
 * visitors than `before`; answers what it is now. A queue that does not take it is no matter: the sweep makes every page anew each minute.
 */
export async function tellVisitors(
  env: Env,
  { state, plan }: Stored,
  before: Shown,
  isOnPage: boolean,
): Promise<ComponentState> {
  const shown = shownToVisitors(state);
  if (shown !== before && isOnPage)
    await enqueue(env, { kind: 'status-refresh', serviceId: plan.service.id }).catch(() => {});
  return shown;
}
