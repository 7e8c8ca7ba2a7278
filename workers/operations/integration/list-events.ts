import type { IdInput } from '../../../domain/shared/input';
import { ok, type Result } from '../../../domain/shared/result';
import type { Context } from '../../context';
import { type ReceivedEvent, recentEvents } from './recent-events';

/** The last 50 events of an integration, as a list of the API. Failures: those of `recentEvents`. */
export async function listEvents(
  context: Context,
  input: IdInput,
): Promise<Result<{ data: ReceivedEvent[]; nextCursor: null }>> {
  const events = await recentEvents(context, input);
  return events.ok ? ok({ data: events.value, nextCursor: null }) : events;
}
