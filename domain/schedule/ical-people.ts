import type { IcalOccurrence } from './ical-import';

/** Who may be meant. */
export type NamedPerson = { id: string; name: string; email: string };

/**
 * Whom an event puts on call: its one attendee among `people`, else the one whose name or address its summary holds.
 * Null if that is nobody, or not one alone.
 */
export function personOf({ emails, summary }: IcalOccurrence, people: readonly NamedPerson[]): string | null {
  const attending = people.filter(({ email }) => emails.includes(email.toLowerCase()));
  if (attending.length > 0) return attending.length === 1 ? (attending[0]?.id ?? null) : null;
  const text = ` ${wordsOf(summary)} `;
  const named = people.filter(({ name, email }) => [name, email].some((one) => text.includes(` ${wordsOf(one)} `)));
  return named.length === 1 ? (named[0]?.id ?? null) : null;
}

/** Letters and digits in lower case, with single spaces between. */
const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}@.+-]+/u)
    .map((word) => word.replace(/^[.+-]+|[.+-]+$/g, ''))
    .filter((word) => word !== '')
    .join(' ');
