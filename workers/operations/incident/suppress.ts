import type { Context } from '../../context';
import { actOn } from './act';

/** Holds the incident back: it stays visible and pages nobody. */
export const suppressIncident = (context: Context, { id, reason }: { id: string; reason?: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'suppress', reason: reason || null } });

/** Ends a suppression: the incident opens and pages. */
export const unsuppressIncident = (context: Context, { id }: { id: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'unsuppress' } });
