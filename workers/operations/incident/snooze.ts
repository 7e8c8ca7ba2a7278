import type { SnoozeInput } from '../../../domain/incident/input';
import { MAX_SNOOZE_MINUTES } from '../../../domain/incident/input';
import { failure } from '../../../domain/shared/errors';
import { err } from '../../../domain/shared/result';
import { MINUTE } from '../../../domain/shared/time';
import type { Context } from '../../context';
import { actOn } from './act';

/** Snoozes until an instant, or for so many minutes from now; it opens again by itself. */
export async function snoozeIncident(context: Context, { id, minutes, until, reason }: SnoozeInput & { id: string }) {
  const end = until ?? context.now + (minutes ?? 0) * MINUTE;
  if (end <= context.now || end > context.now + MAX_SNOOZE_MINUTES * MINUTE) {
    const message = 'Must lie ahead, by 30 days at most';
    return err(failure('invalid', 'The end of the snooze is not valid.', { fields: [{ path: 'until', message }] }));
  }
  const command = { verb: 'snooze' as const, until: end, reason: reason ?? null };
  return actOn(context, id, { kind: 'command', command });
}

/** Ends a snooze now: the policy starts again at step 1. */
export const unsnoozeIncident = (context: Context, { id }: { id: string }) =>
  actOn(context, id, { kind: 'command', command: { verb: 'unsnooze' } });
