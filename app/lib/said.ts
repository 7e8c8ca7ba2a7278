import type { Result } from '../../domain/shared/result';

/** The same result with a person's words where the schema's own are meant for programs; by the field's path. */
export function said<T>(result: Result<T>, words: Record<string, string>): Result<T> {
  if (result.ok || !result.error.fields) return result;
  const fields = result.error.fields.map(({ path, message }) => ({ path, message: words[path] ?? message }));
  const isFirst = result.error.message === result.error.fields[0]?.message;
  const message = isFirst ? (fields[0]?.message ?? result.error.message) : result.error.message;
  return { ok: false, error: { ...result.error, message, fields } };
}
