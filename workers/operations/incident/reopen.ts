import type { Context } from '../../context';
import { actOn } from './act';

/** Opens a resolved incident again; it pages from step 1. */
export const reopenIncident = (context: Context, { id, reason }: { id: string; reason?: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'reopen', reason: reason || null } });
