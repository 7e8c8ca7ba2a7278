import { everyPage } from '~/lib/every-page';
import { type Refusal, refusal, unwrap } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { type AppLoadContext, data } from '~/lib/rr';
import { said } from '~/lib/said';
import { usableZone, type Zone } from '~/lib/time';
import type { Viewer } from '../../../domain/access/viewer';
import { type OverrideInput, overrideInput } from '../../../domain/schedule/input';
import type { Span } from '../../../domain/schedule/span';
import type { Failure } from '../../../domain/shared/errors';
import type { Result } from '../../../domain/shared/result';
import { DAY } from '../../../domain/shared/time';
import type { OverrideChoices } from './override-form';
import { OVERRIDE_SAYS, overrideInputOf } from './override-values';
import { differIn, offsetText, placeOf, spanText } from './span-words';

type Where = { context: AppLoadContext; request: Request };

/** The clock a form is filled in on: the schedule's, or one's own where the address or the form says so. */
export function formZone(timezone: string, mine: boolean, viewer: Pick<Viewer, 'locale' | 'timezone'>): Zone {
  const own = usableZone(viewer.locale, viewer.timezone);
  return mine ? own : { locale: own.locale, timeZone: timezone };
}

/** Who can be chosen, what is planned for the time, and on which clock: all that the form shows beside its values. */
export async function overrideChoices(
  where: Where,
  { id, timezone, mine, span }: { id: string; timezone: string; mine: boolean; span: Span },
  viewer: Pick<Viewer, 'locale' | 'timezone'>,
): Promise<OverrideChoices> {
  const { schedule, user } = operationsOf(where.context);
  const zone = formZone(timezone, mine, viewer);
  const end = Math.min(Math.max(span.end, span.start + 1), span.start + 31 * DAY);
  const [timeline, users] = await Promise.all([
    schedule.timeline({ id, from: span.start, to: end }),
    everyPage(user.list),
  ]);
  const { people, final } = unwrap(timeline, where);
  const active = (users.ok ? users.value : []).filter(({ status }) => status === 'ACTIVE');
  const own = formZone(timezone, true, viewer);
  return {
    id,
    time: mine ? 'mine' : '',
    place: placeOf(zone.timeZone),
    offset: offsetText(span.start, zone.timeZone),
    other: differIn(span, timezone, own.timeZone)
      ? mine
        ? `schedule time, ${placeOf(timezone)}`
        : `my time, ${placeOf(own.timeZone)}`
      : null,
    members: people.filter(({ id }) => active.some((one) => one.id === id)),
    others: active.filter(({ id }) => !people.some((one) => one.id === id)).map(({ id, name }) => ({ id, name })),
    planned: final.slice(0, 6).map(({ users, ...stretch }) => ({
      key: String(stretch.start),
      when: spanText(stretch, zone),
      who: users.length > 0 ? users.map(({ name }) => name).join(', ') : null,
    })),
  };
}

/** True if the viewer alone is on call for the whole of what is left of a span: then others can be asked to take it. */
export async function isOwnShift(
  { context }: Where,
  id: string,
  { viewerId, span }: { viewerId: string; span: Span },
): Promise<boolean> {
  const from = Math.max(span.start, context.now);
  if (span.end <= from || span.end - from > 31 * DAY) return false;
  const timeline = await operationsOf(context).schedule.timeline({ id, from, to: span.end });
  return timeline.ok && timeline.value.final.every(({ users }) => users.some((user) => user.id === viewerId));
}

/** Runs an operation with what the form holds. Errors are in words for people. */
export async function withOverride<T>(
  form: FormData,
  zone: Zone,
  run: (input: OverrideInput) => Promise<Result<T>>,
): Promise<Result<T>> {
  const input = overrideInputOf(
    {
      userId: textOf(form, 'userId'),
      other: textOf(form, 'other'),
      replacesUserId: textOf(form, 'replacesUserId'),
      start: textOf(form, 'start'),
      end: textOf(form, 'end'),
    },
    zone,
  );
  return said(await parsed(overrideInput, input, run), OVERRIDE_SAYS);
}

/** A refused override. What is not one's own affair is said in the form, which then can be changed. */
export function overrideRefusal(error: Failure, form: FormData, where: Where) {
  if (error.code !== 'forbidden') return refusal(error, 'override', form, where);
  const body: Refusal = {
    form: 'override',
    message: error.message,
    requestId: where.context.requestId,
    errors: {},
    values: Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  };
  return data(body, { status: 403 });
}
