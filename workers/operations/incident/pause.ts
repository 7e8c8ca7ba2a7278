import { pauseEnd } from '../../../domain/escalation/pause';
import type { PauseInput } from '../../../domain/incident/input';
import type { Context } from '../../context';
import { actOn } from './act';

/** Holds the policy for so many minutes (30 if none are given); messages that are out stay out. */
export const pauseIncident = (context: Context, { id, minutes, reason }: PauseInput & { id: string }) => {
  const command = { verb: 'pause' as const, until: pauseEnd(context.now, minutes), reason: reason ?? null };
  return actOn(context, id, { kind: 'command', command });
};

/** Goes on where the policy was held. */
export const resumeIncident = (context: Context, { id }: { id: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'resume' } });
