import type { EscalateInput } from '../../../domain/incident/input';
import type { Context } from '../../context';
import { actOn } from './act';

/**
 * Pages the next step now, or the one that is named; after the last step the last resort. `once` names the notification
 * that is answered so: a second answer to it escalates no further.
 */
export const escalateIncident = (context: Context, { id, step, once }: EscalateInput & { id: string; once?: string }) =>
  actOn(context, id, {
    kind: 'command',
    command: { verb: 'escalate', step: step ?? null, ...(once ? { once } : {}) },
  });
