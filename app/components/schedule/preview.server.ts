import { operationsOf } from '~/lib/operations';
import type { AppLoadContext } from '~/lib/rr';
import type { ScheduleDiff } from '~/lib/schedules';
import { usableZone, type Zone } from '~/lib/time';
import type { Viewer } from '../../../domain/access/viewer';
import { type CreateScheduleInput, createScheduleInput, updateScheduleInput } from '../../../domain/schedule/input';
import { type Failure, failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { isTimeZone } from '../../../domain/shared/time';
import { swapsOf, swapText, totalsOf } from './diff-words';
import { effectiveFromOf, type ScheduleDraft, scheduleInputOf } from './draft';
import { fieldOfPath, messageFor } from './draft-words';
import { ticksOf } from './head-model';
import type { Preview } from './preview';
import { lengthText, offsetText, placeOf, spanText } from './span-words';
import { gridOf } from './timeline-model';
import { dateAt, percentOf, viewRange, wallOfDate } from './view-range';

const MOST_GAPS = 6;
const MOST_SWAPS = 40;

/** A draft as `createSchedule` takes it, or which fields cannot be read. */
export function inputOf(draft: ScheduleDraft, before?: CreateScheduleInput['layers']): Result<CreateScheduleInput> {
  const parsed = createScheduleInput.safeParse(scheduleInputOf(draft, before));
  if (parsed.success) return ok(parsed.data);
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('/'), message }));
  return err(failure('invalid', 'Some of this could not be taken.', { fields }));
}

/** A draft as `updateSchedule` takes it. */
export function changeOf(draft: ScheduleDraft, before: CreateScheduleInput['layers']) {
  const input = inputOf(draft, before);
  if (!input.ok) return input;
  const { name, timezone, layers } = input.value;
  const effectiveFrom = effectiveFromOf(draft);
  const parsed = updateScheduleInput.safeParse({
    name,
    timezone,
    layers,
    keepCurrent: draft.keepCurrent,
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  });
  if (parsed.success) return ok(parsed.data);
  const message = 'Give the day and time from which it counts, or leave it empty.';
  return err(failure('invalid', message, { fields: [{ path: 'effectiveFrom', message }] }));
}

/** The failure in the form's own field names and in words for people. */
export function inWords(error: Failure): Failure {
  if (!error.fields) return error;
  const fields = error.fields.map(({ path, message }) => ({
    path: fieldOfPath(path),
    message: messageFor(path) ?? message,
  }));
  return { ...error, fields };
}

/** What the schedule would be like, and for one that is stored who gains and loses which hours. */
export async function previewOf(
  context: AppLoadContext,
  viewer: Pick<Viewer, 'locale' | 'timezone'>,
  id: string | null,
  draft: ScheduleDraft,
): Promise<Preview> {
  const answer = id === null ? await previewNew(context, draft) : await previewChange(context, id, draft);
  if (!answer.ok) return { problems: problemsOf(inWords(answer.error)), picture: null, diff: null };
  const { input, changes, from } = answer.value;
  const { locale } = usableZone(viewer.locale, viewer.timezone);
  const zone: Zone = { locale, timeZone: isTimeZone(input.timezone) ? input.timezone : 'UTC' };
  const today = dateAt(from, zone.timeZone);
  const firstDay = new Date(wallOfDate(today) ?? 0).getUTCDay() || 7;
  const range = viewRange('2weeks', today, from, zone.timeZone, firstDay);
  const drawn = await operationsOf(context).schedule.draftTimeline({ ...input, from: range.start, to: range.end });
  if (!drawn.ok) return { problems: problemsOf(inWords(drawn.error)), picture: null, diff: null };
  const clocks = { zone, other: null };
  const { now } = context;
  const gaps = drawn.value.gaps.filter(({ end }) => end > now);
  return {
    problems: [],
    picture: {
      rows: gridOf(drawn.value, range, clocks, { scheduleId: null }).filter(({ key }) => key !== 'overrides'),
      ticks: ticksOf(range, clocks, now),
      now: now >= range.start && now < range.end ? percentOf(now, range) : null,
      clock: `Schedule time, ${placeOf(zone.timeZone)} ${offsetText(range.start, zone.timeZone)}`,
      gaps: gaps.slice(0, MOST_GAPS).map((gap) => `${spanText(gap, zone)}, ${lengthText(gap, locale)}`),
      moreGaps: Math.max(0, gaps.length - MOST_GAPS),
    },
    diff: changes && diffOf(changes, zone),
  };
}

type Planned = { input: CreateScheduleInput; changes: ScheduleDiff['changes'] | null; from: number };

async function previewNew(context: AppLoadContext, draft: ScheduleDraft): Promise<Result<Planned>> {
  const input = inputOf({ ...draft, name: draft.name || 'New schedule' });
  return input.ok ? ok({ input: input.value, changes: null, from: context.now }) : input;
}

async function previewChange(context: AppLoadContext, id: string, draft: ScheduleDraft): Promise<Result<Planned>> {
  const { schedule } = operationsOf(context);
  const before = await schedule.get({ id });
  if (!before.ok) return before;
  const change = changeOf({ ...draft, name: draft.name || before.value.name }, before.value.layers);
  if (!change.ok) return change;
  const planned = await schedule.previewUpdate({ id, ...change.value });
  if (!planned.ok) return planned;
  const { name, timezone, layers, overrides } = planned.value.schedule;
  const input = createScheduleInput.safeParse({ name, timezone, layers, overrides: overrides.slice(0, 500) });
  if (!input.success) return err(failure('invalid', 'This schedule cannot be shown.'));
  return ok({ input: input.data, changes: planned.value.changes, from: Date.parse(planned.value.from) });
}

const problemsOf = ({ message, fields }: Failure): string[] => [
  ...new Set(fields?.length ? fields.map((field) => field.message) : [message]),
];

function diffOf(changes: ScheduleDiff['changes'], zone: Zone): Preview['diff'] {
  const swaps = swapsOf(changes);
  return {
    lines: swaps.slice(0, MOST_SWAPS).map((swap) => ({ key: String(swap.start), text: swapText(swap, zone) })),
    more: Math.max(0, swaps.length - MOST_SWAPS),
    totals: totalsOf(changes, zone.locale),
  };
}
