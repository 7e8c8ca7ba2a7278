import type { EscalateInput } from '../../../domain/incident/input';
import type { Context } from '../../context';
import { actOn } from './act';

/** Pages the next step now, or the one that is named; after the last step the last resort. */
export const escalateIncident = (context: Context, { id, step }: EscalateInput & { id: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'escalate', step: step ?? null } });
