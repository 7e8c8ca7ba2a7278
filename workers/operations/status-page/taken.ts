import { type Failure, failure } from '../../../domain/shared/errors';

/** A page with this address exists: which field it is about; null for any other error. */
export function takenFailure(
  error: unknown,
  isUniqueViolation: (error: unknown, columns: string) => boolean,
): Failure | null {
  if (isUniqueViolation(error, 'status_pages.slug')) return conflict('slug', 'Another page has this address');
  if (isUniqueViolation(error, 'status_pages.host')) return conflict('host', 'Another page has this host name');
  return null;
}

const conflict = (path: string, message: string): Failure =>
  failure('conflict', `${message}.`, { fields: [{ path, message }] });
