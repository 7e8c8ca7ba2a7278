import { calendarFileOf } from '~/components/schedule/calendar-file.server';
import { textOf } from '~/lib/form';
import type { TimeOffImport, TimeOffOperations } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import { ok, type Result } from '../../../domain/shared/result';
import { timeOffInput } from '../../../domain/time-off/input';
import { fromField } from './local-time';

const SAYS = {
  start: 'Choose when you leave.',
  end: 'Choose when you are back: after you leave, in the future, and within 400 days.',
};

/** What became of a form about time off: `done` goes into the address of the next page, an import is shown on this one. */
export type Done = { done: string } | { imported: TimeOffImport; carried: string | null };

/** Runs what a form about one's time off asks for. */
export async function runTimeOffCommand(
  timeOff: TimeOffOperations,
  form: FormData,
  timezone: string,
): Promise<Result<Done>> {
  switch (textOf(form, 'verb')) {
    case 'remove': {
      const removed = await timeOff.remove({ id: textOf(form, 'id') });
      return removed.ok ? ok({ done: 'remove' }) : removed;
    }
    case 'preview':
      return importFrom(timeOff, form, true);
    case 'import':
      return importFrom(timeOff, form, false);
    default: {
      const sent = {
        start: fromField(textOf(form, 'start'), timezone),
        end: fromField(textOf(form, 'end'), timezone),
        timezone,
      };
      const added = said(await parsed(timeOffInput, sent, timeOff.create), SAYS);
      return added.ok ? ok({ done: 'add' }) : added;
    }
  }
}

async function importFrom(timeOff: TimeOffOperations, form: FormData, dryRun: boolean): Promise<Result<Done>> {
  const file = await calendarFileOf(form);
  if (!file.ok) return file;
  const done = await timeOff.import({ text: file.value.text, dryRun });
  if (!done.ok) {
    if (done.error.code !== 'invalid') return done;
    const { message } = done.error;
    return { ok: false, error: { ...done.error, fields: [{ path: 'file', message }] } };
  }
  return ok({ imported: done.value, carried: dryRun ? file.value.carried : null });
}
