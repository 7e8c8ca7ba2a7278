import { unwrap } from '~/lib/failure';
import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import type { Viewer } from '../../../domain/access/viewer';
import { type Instant, parseInstant, toIso } from '../../../domain/shared/time';
import { toField } from './local-time';

export const WHO_MAY_GIVE_AWAY = 'Responders give their own shifts away. Ask an administrator to make you one.';

/** Which shift a form begins with: the one in its address, else the viewer's next on this schedule. */
export async function shiftToGiveAway(
  where: { context: AppLoadContext; request: Request },
  id: string,
  viewer: Pick<Viewer, 'id' | 'timezone'>,
) {
  const { schedule } = operationsOf(where.context);
  const [found, mine] = await Promise.all([schedule.get({ id }), schedule.ofPerson({ id: viewer.id })]);
  const { name } = unwrap(found, where);
  const { searchParams } = new URL(where.request.url);
  const next = unwrap(mine, where).data.find((shift) => shift.schedule.id === id);
  const at = (word: 'start' | 'end'): Instant | null => parseInstant(searchParams.get(word) ?? next?.[word] ?? '');
  const [start, end] = [at('start'), at('end')];
  const field = (instant: Instant | null): string => (instant === null ? '' : toField(instant, viewer.timezone));
  const text = (instant: Instant | null): string => (instant === null ? '' : toIso(instant));
  return {
    id,
    name,
    timezone: viewer.timezone,
    who: searchParams.get('who') ?? '',
    span: start === null || end === null ? null : { start, end },
    values: { start: field(start), end: field(end) },
    times: { start: text(start), end: text(end) },
  };
}
