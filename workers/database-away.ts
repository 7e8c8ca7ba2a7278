import { failure } from '../domain/shared/errors';

/** What is told where nothing can be done without the database. What pages people does not need it (ARCHITECTURE §2). */
export const databaseAway = failure(
  'unavailable',
  'The database does not answer at the moment. Paging goes on without it. Try again soon.',
);

/** D1 failed; not so where it answered that the statement is wrong or breaks a constraint, which no repetition mends. */
export function isDatabaseAway(error: unknown): boolean {
  const messages = [error, error instanceof Error ? error.cause : null].map((one) =>
    one instanceof Error ? one.message : '',
  );
  return messages.some((text) => text.startsWith('D1_ERROR') && !/SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE)/.test(text));
}
