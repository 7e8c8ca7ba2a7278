import { textOf } from '~/lib/form';
import type { TimeOffOperations } from '~/lib/operations';
import { parsed } from '~/lib/parse.server';
import { said } from '~/lib/said';
import { MOST_ICAL_BYTES } from '../../../domain/schedule/ical-import';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';
import { timeOffInput } from '../../../domain/time-off/input';
import { fromField } from './local-time';

const SAYS = {
  start: 'Choose when you leave.',
  end: 'Choose when you are back: after you leave, in the future, and within 400 days.',
};

/** What became of a form about time off, for the address of the next page. */
export type Done = Record<string, string>;

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
    case 'import':
      return importFrom(timeOff, form.get('file'));
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

async function importFrom(timeOff: TimeOffOperations, file: FormDataEntryValue | null): Promise<Result<Done>> {
  const refused = (message: string) => err(failure('invalid', message, { fields: [{ path: 'file', message }] }));
  if (!(file instanceof File) || file.size === 0) return refused('Choose a calendar file.');
  if (file.size > MOST_ICAL_BYTES) return refused('This file is larger than 10 MB; export a shorter period.');
  const done = await timeOff.import({ text: await file.text(), dryRun: false });
  if (!done.ok) return done.error.code === 'invalid' ? refused(done.error.message) : done;
  const { created, skipped } = done.value;
  const [first] = skipped;
  return ok({
    done: 'import',
    created: String(created.length),
    skipped: String(skipped.length),
    ...(first ? { reason: first.reason } : {}),
  });
}
