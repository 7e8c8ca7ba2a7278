import * as z from 'zod';
import { isTimeZone, parseInstant } from './time';

// Pieces of input schemas that several nouns share. A door parses with the noun's schema; operations trust the result.

/** Text that any store and any screen takes: no control characters but line breaks and tabs, no half surrogates. */
const isPlain = (text: string): boolean => /^[^\p{Cc}\p{Cs}]*$/u.test(text.replace(/[\n\r\t]/g, ''));
const PLAIN = 'Control characters and broken characters cannot be stored';

export const idField = z.string().min(1).max(64);

/** One line of text, trimmed, never empty. */
export const lineField = (max: number) =>
  z
    .string()
    .trim()
    .min(1, 'Must not be empty')
    .max(max)
    .refine((text) => isPlain(text) && !/[\n\r]/.test(text), PLAIN);

export const nameField = lineField(200);

/** Text of several lines; may be empty. */
export const textField = (max: number) => z.string().max(max).refine(isPlain, PLAIN);

export const zoneField = z.string().max(100).refine(isTimeZone, 'Must be an IANA time zone such as Europe/Berlin');

/** ISO 8601 with an offset in, epoch milliseconds out. */
export const instantField = z.string().transform((text, ctx) => {
  const at = parseInstant(text);
  if (at === null) ctx.addIssue({ code: 'custom', message: 'Must be an instant such as 2026-11-23T09:00:00Z' });
  return at ?? 0;
});

/** An address that a browser may open. */
export const linkField = z.url({ protocol: /^https?$/ }).max(2000);

export const idInput = z.object({ id: idField });
export type IdInput = z.output<typeof idInput>;
