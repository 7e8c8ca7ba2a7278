import { textOf } from './form';

/** A custom field as its form sends it; `key` and `kind` only where they can still be chosen. */
export const customFieldOf = (form: FormData) => ({
  name: textOf(form, 'name'),
  ...(form.has('kind') ? { kind: textOf(form, 'kind'), key: textOf(form, 'key') || undefined } : {}),
  ...(form.has('options')
    ? {
        options: [
          ...new Set(
            textOf(form, 'options')
              .split('\n')
              .map((line) => line.trim())
              .filter(Boolean),
          ),
        ],
      }
    : {}),
  position: textOf(form, 'position') || 0,
  isRequired: form.get('isRequired') === 'yes',
});
