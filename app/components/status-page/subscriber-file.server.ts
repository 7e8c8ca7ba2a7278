import { textOf } from '~/lib/form';
import { failure } from '../../../domain/shared/errors';
import { err, ok, type Result } from '../../../domain/shared/result';

const MOST_BYTES = 1_000_000;

/** The list of a form: its file where one was chosen, else what was pasted. Failure: invalid, on `file` or `text`. */
export async function subscriberListOf(form: FormData): Promise<Result<string>> {
  const refuse = (path: string, message: string) => err(failure('invalid', message, { fields: [{ path, message }] }));
  const file = form.get('file');
  if (file instanceof File && file.size > 0) {
    if (file.size > MOST_BYTES) return refuse('file', 'This file is larger than 1 MB; import it in parts.');
    return ok(await file.text());
  }
  const text = textOf(form, 'text');
  return text ? ok(text) : refuse('text', 'Paste addresses, or choose a file.');
}
