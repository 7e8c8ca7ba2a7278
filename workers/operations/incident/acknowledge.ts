import type { Context } from '../../context';
import { actOn } from './act';

/** Acknowledges: paging stops, and a person who acknowledges becomes the assignee. */
export function acknowledgeIncident(context: Context, { id }: { id: string }) {
  const { actor } = context;
  const assignee = actor.kind === 'user' ? { kind: 'USER' as const, id: actor.id, name: actor.name } : null;
  return actOn(context, id, { kind: 'command', command: { verb: 'acknowledge', assignee } });
}
