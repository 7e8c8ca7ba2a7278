import * as z from 'zod';

export const MAX_TAGS = 20;

/** A tag in the one way it is written: lower case, words joined by hyphens, without a leading `#`. */
export const tagOf = (text: string): string =>
  text.normalize('NFC').trim().replace(/^#+/, '').trim().toLowerCase().replace(/\s+/g, '-');

/** Letters and digits of any script and `- _ . : /`, 50 characters at most. */
export const tagField = z
  .string()
  .transform(tagOf)
  .pipe(
    z
      .string()
      .min(1, 'Must not be empty')
      .max(50)
      .regex(/^[\p{L}\p{M}\p{N}_.:/-]+$/u, 'Letters, digits and - _ . : / only'),
  );

/** Tags as a person types them: separated by commas, each once, in order. */
export const splitTags = (text: string): string[] => [
  ...new Set(
    text
      .split(',')
      .map(tagOf)
      .filter((tag) => tag !== ''),
  ),
];
