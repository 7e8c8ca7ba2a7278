import { textOf } from '~/lib/form';
import { MOST_ICAL_BYTES } from '../../../domain/schedule/ical-import';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';

/** A file up to so many characters goes along with its preview, so that it is chosen once. */
const MOST_CARRIED = 512 * 1024;

/** `carried`: what the preview's form sends again; null if it is too long for that. */
export type CalendarFile = { text: string; carried: string | null };

/** The calendar file of a form, or the one that its preview carried along (`text`). Failure: invalid, on `file`. */
export async function calendarFileOf(form: FormData): Promise<Result<CalendarFile>> {
  const refuse = (message: string) => err(failure('invalid', message, { fields: [{ path: 'file', message }] }));
  const file = form.get('file');
  if (!(file instanceof File) || file.size === 0) {
    const text = textOf(form, 'text');
    return text ? ok({ text, carried: text }) : refuse('Choose a calendar file.');
  }
  if (file.size > MOST_ICAL_BYTES) return refuse('This file is larger than 10 MB; export a shorter period.');
  const text = await file.text();
  return ok({ text, carried: text.length <= MOST_CARRIED ? text : null });
}
