import { type Failure, failure } from '../../../domain/shared/errors';

/** The answer to a try that the lock-out did not let through. */
export function tooManyTries(retryAfterSeconds: number): Failure {
  const minutes = Math.ceil(retryAfterSeconds / 60);
  const message = `Too many tries. Wait ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} and try again.`;
  return failure('rate-limited', message, { detail: { retryAfterSeconds } });
}
