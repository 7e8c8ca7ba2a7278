/**
 * What is wrong with a message that was not sent or did not arrive: `temporary` may heal, `recipient` means this address,
 * `setup` means ours to mend (the operator is told), `message` means our bug.
 */
export const FAULTS = ['temporary', 'recipient', 'setup', 'message'] as const;
export type Fault = (typeof FAULTS)[number];

/** A provider's error codes and what they mean; a code that is not named is judged by where it was met. */
export type CodeTable = Readonly<Record<string, Fault>>;

/** What a code means; null for one that the table does not know. */
export const knownFault = (table: CodeTable, code: string | null): Fault | null =>
  code !== null && Object.hasOwn(table, code) ? (table[code] ?? null) : null;
