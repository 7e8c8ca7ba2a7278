import { changedFields } from '~/lib/changed';
import { everyPage } from '~/lib/every-page';
import { type Refusal, refusal } from '~/lib/failure';
import { textOf } from '~/lib/form';
import { operationsOf } from '~/lib/operations';
import { type AppLoadContext, data, redirect } from '~/lib/rr';
import type { ScheduleOperations } from '~/lib/schedules';
import type { Viewer } from '../../../domain/access/viewer';
import { ok, type Result } from '../../../domain/shared/result';
import { isTimeZone } from '../../../domain/shared/time';
import { readDraft, type ScheduleDraft } from './draft';
import { moved } from './draft-moves';
import type { Preview } from './preview';
import { changeOf, inputOf, inWords, previewOf } from './preview.server';
import { CHANGEABLE, schedulePath } from './words';

/** A form that comes back: after a button that stores nothing, or because it was refused. */
export type ScheduleAnswer = {
  draft: ScheduleDraft;
  preview: Preview;
  /** The control that has the keyboard; empty when the refusal has it. */
  focus: string;
  refusal: Refusal | null;
};

/** Everybody who could take a turn. */
export async function peopleFor(context: AppLoadContext) {
  const users = await everyPage(operationsOf(context).user.list);
  return (users.ok ? users.value : [])
    .filter(({ status }) => status === 'ACTIVE')
    .map(({ id, name, timezone, role }) => ({ id, name, timezone, role }));
}

/** Answers a submitted form: the form again, or the page of the schedule that was stored. */
export async function answerScheduleForm(
  context: AppLoadContext,
  request: Request,
  id: string | null,
  viewer: Pick<Viewer, 'locale' | 'timezone'>,
) {
  const form = await request.formData();
  const typed = readDraft(form);
  // A form of another program may send any zone; the page must still come back.
  const draft = { ...typed, timezone: isTimeZone(typed.timezone) ? typed.timezone : 'UTC' };
  const people = (await peopleFor(context)).filter(({ role }) => role === 'RESPONDER' || role === 'ADMIN');
  const next = moved(draft, textOf(form, 'op'), { people, now: context.now });
  if (next) {
    const answer: ScheduleAnswer = {
      ...next,
      preview: await previewOf(context, viewer, id, next.draft),
      refusal: null,
    };
    return data(answer);
  }
  const saved = await save(operationsOf(context).schedule, id, draft);
  if (saved.ok) throw redirect(saved.value);
  const refused = refusal(inWords(saved.error), 'schedule', form, { context, request });
  const preview = await previewOf(context, viewer, id, draft);
  const answer: ScheduleAnswer = { draft, preview, focus: '', refusal: refused.data };
  return data(answer, refused.init ?? {});
}

async function save(schedule: ScheduleOperations, id: string | null, draft: ScheduleDraft): Promise<Result<string>> {
  if (id === null) {
    const input = inputOf(draft);
    const made = input.ok ? await schedule.create(input.value) : input;
    return made.ok ? ok(`${schedulePath(made.value.id)}?done=create`) : made;
  }
  const before = await schedule.get({ id });
  if (!before.ok) return before;
  const change = changeOf(draft, before.value.layers);
  const saved = change.ok ? await schedule.update({ id, ...change.value }) : change;
  if (!saved.ok) return saved;
  const changed = changedFields(before.value, saved.value, CHANGEABLE);
  return ok(`${schedulePath(id)}?done=update&changed=${encodeURIComponent(changed)}`);
}
