import type * as z from 'zod';
import { failure } from '../../domain/shared/errors';
import { err, type Result } from '../../domain/shared/result';

// What people read where the schema's own words are meant for programs.
const SAYS: Record<string, string> = {
  minutes: 'Give a whole number of minutes, from 1 to 43,200 (30 days).',
  userId: 'Choose a person or a team.',
  email: 'Give the e-mail address you sign in with.',
  password: 'Give your password.',
  serviceId: 'Choose the service that is affected.',
};

/** Runs an operation with what was sent, or says which fields could not be taken. */
export async function parsed<S extends z.ZodType, T>(
  schema: S,
  given: unknown,
  run: (input: z.output<S>) => Promise<Result<T>>,
): Promise<Result<T>> {
  const answer = schema.safeParse(given);
  if (answer.success) return run(answer.data);
  const fields = answer.error.issues.map((issue) => {
    const path = issue.path.join('/');
    return { path, message: SAYS[path] ?? issue.message };
  });
  return err(failure('invalid', fields[0]?.message ?? 'Some of this could not be taken.', { fields }));
}
