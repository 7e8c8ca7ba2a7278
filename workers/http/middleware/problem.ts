import type { Context } from 'hono';
import type * as z from 'zod';
import { type Failure, type FailureCode, failure, HTTP_STATUS } from '../../../domain/shared/errors';
import type { AppEnv } from '../app-env';

const TITLES: Record<FailureCode, string> = {
  invalid: 'The request is not valid',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'In conflict with the current state',
  'in-use': 'Still in use',
  'too-large': 'Too large',
  unprocessable: 'Cannot be processed',
  'rate-limited': 'Too many requests',
  unavailable: 'Not available at the moment',
};

/** Used when a failure that passes says nothing about when. */
const DEFAULT_RETRY_AFTER_SECONDS = 5;

/**
 * A failure as problem+json (RFC 9457). The facts of `failure.detail` are members beside the standard ones;
 * `detail.retryAfterSeconds` also becomes Retry-After.
 */
export function problem(c: Context<AppEnv>, { code, message, fields, detail }: Failure): Response {
  const status = HTTP_STATUS[code];
  const body = {
    ...detail,
    type: `urn:opsknight:problem:${code}`,
    title: TITLES[code],
    status,
    detail: message,
    ...(fields
      ? { errors: fields.map(({ path, message }) => ({ pointer: path === '' ? '' : `/${path}`, detail: message })) }
      : {}),
    requestId: c.get('requestId'),
  };
  const headers = { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...extraHeaders() };
  return c.body(JSON.stringify(body), status, headers);

  function extraHeaders(): Record<string, string> {
    if (code === 'unauthenticated') return { 'www-authenticate': 'Bearer' };
    if (code !== 'rate-limited' && code !== 'unavailable') return {};
    return { 'retry-after': String(detail?.retryAfterSeconds ?? DEFAULT_RETRY_AFTER_SECONDS) };
  }
}

/** What a schema did not like, as a failure with a JSON pointer for each field. */
export const failureOfZod = (error: z.core.$ZodError): Failure =>
  failure('invalid', 'Some fields are not valid.', {
    fields: error.issues.map(({ path, message }) => ({ path: path.map(pointerPart).join('/'), message })),
  });

const pointerPart = (part: PropertyKey): string => String(part).replaceAll('~', '~0').replaceAll('/', '~1');
