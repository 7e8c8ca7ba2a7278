/** Codes of expected failures. The same word stands in problem+json (`type`), in logs and in tests. */
export const FAILURE_CODES = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'in-use',
  'too-large',
  'unprocessable',
  'rate-limited',
  'unavailable',
] as const;
export type FailureCode = (typeof FAILURE_CODES)[number];

/** One field of the input that could not be taken; `path` is a JSON pointer without the leading slash ("steps/0/delaySeconds"). */
export type FieldError = { path: string; message: string };

/** An expected failure. `message` is one sentence for a person and never holds a secret. */
export type Failure = {
  code: FailureCode;
  message: string;
  fields?: FieldError[];
  /** Facts a client can act on, such as the current status on a refused transition. */
  detail?: Record<string, unknown>;
};

export const failure = (code: FailureCode, message: string, extra: Partial<Failure> = {}): Failure => ({
  code,
  message,
  ...extra,
});

/** HTTP status of each code (RFC 9110). */
export const HTTP_STATUS: Record<FailureCode, 400 | 401 | 403 | 404 | 409 | 413 | 422 | 429 | 503> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'in-use': 409,
  'too-large': 413,
  unprocessable: 422,
  'rate-limited': 429,
  unavailable: 503,
};
