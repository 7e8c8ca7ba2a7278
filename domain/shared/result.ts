import type { Failure } from './errors';

/** What an expected outcome looks like: a value, or a failure that has a code. Unexpected trouble throws instead. */
export type Result<T, E = Failure> = { ok: true; value: T } | { ok: false; error: E };

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value });
export const err = <E>(error: E): { ok: false; error: E } => ({ ok: false, error });
