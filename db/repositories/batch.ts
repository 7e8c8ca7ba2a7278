import type { BatchItem } from 'drizzle-orm/batch';
import type { Db } from '../client';

/** A statement that has not run yet, for `runBatch`. */
export type Statement = BatchItem<'sqlite'>;

/** Runs all statements or none, in order (D1 knows no other transaction). */
export async function runBatch(db: Db, statements: readonly Statement[]): Promise<void> {
  const [first, ...rest] = statements;
  if (first) await db.batch([first, ...rest]);
}

/** D1 binds at most 100 values to a statement. */
const MAX_BOUND = 100;

/** One insert for as many rows as the limit allows; `columns` counts defaulted columns too, as Drizzle binds them. */
export function insertAll<T>(rows: readonly T[], columns: number, insert: (chunk: T[]) => Statement): Statement[] {
  const size = Math.floor(MAX_BOUND / columns);
  const statements: Statement[] = [];
  for (let i = 0; i < rows.length; i += size) statements.push(insert(rows.slice(i, i + size)));
  return statements;
}

/** True if a write failed because of a unique index over `columns` ("users.email"). Drizzle wraps D1's own error. */
export const isUniqueViolation = (error: unknown, columns: string): boolean =>
  isConstraintViolation(error, 'UNIQUE', columns);

/** The same for any constraint. */
export function isConstraintViolation(error: unknown, constraint: 'UNIQUE' | 'NOT NULL', columns: string): boolean {
  const texts = [error, error instanceof Error ? error.cause : null].map(String);
  return texts.some((text) => text.includes(`${constraint} constraint failed`) && text.includes(columns));
}
