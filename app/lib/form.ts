import type { Refusal } from './failure';

/** One text field of a submitted form, trimmed; '' when it was not sent. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** The same, with nothing typed meaning "not given". */
export const optionalTextOf = (form: FormData, name: string): string | undefined => textOf(form, name) || undefined;

/** What a field of a refused form shows again: `{...fieldOf(refusal, 'title')}`. */
export const fieldOf = (refusal: Refusal | undefined, name: string) => ({
  name,
  error: refusal?.errors[name],
  defaultValue: refusal?.values[name],
});

/** The refusal of one form of a page that has several. */
export const refusalOf = (refusal: Refusal | undefined, form: string): Refusal | undefined =>
  refusal?.form === form ? refusal : undefined;
