import { shownToVisitors } from '../../../domain/status-page/component';
import type { Env } from '../../env';
import { enqueue } from '../../queues/send';
import type { Stored } from './store';

/**
 * Has status pages made anew where the incident is another one to their visitors than `before`; answers what it is now.
 * A queue that does not take it is no matter: the sweep makes every page anew each minute.
 */
export async function tellVisitors(env: Env, { state, plan }: Stored, before: string): Promise<string> {
  const shown = shownToVisitors(state);
  if (shown !== before) await enqueue(env, { kind: 'status-refresh', serviceId: plan.service.id }).catch(() => {});
  return shown;
}
