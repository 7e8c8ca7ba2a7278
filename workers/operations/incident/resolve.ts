import type { Context } from '../../context';
import { actOn } from './act';

/** Resolves: everything stops, and everyone who was paged is told. */
export const resolveIncident = (context: Context, { id, note }: { id: string; note?: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'resolve', note: note || null } });
