import type { ErrorHandler, NotFoundHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import * as z from 'zod';
import { type FailureCode, failure, HTTP_STATUS } from '../../../domain/shared/errors';
import { databaseAway, isDatabaseAway } from '../../database-away';
import type { AppEnv } from '../app-env';
import { describeError } from './describe-error';
import { failureOfZod, problem } from './problem';

/**
 * For `app.onError`: what a client did wrong as its problem; a database that is away is logged and answered with 503,
 * anything else is logged and answered with 500.
 */
export const onError: ErrorHandler<AppEnv> = (error, c) => {
  if (error instanceof z.ZodError) return problem(c, failureOfZod(error));
  if (error instanceof HTTPException && error.status < 500) {
    return problem(c, failure(codeOf(error.status), error.message || 'The request was refused.'));
  }
  const requestId = c.get('requestId');
  // The route's pattern, not the path: paths hold integration keys and link tokens.
  const where = `${c.req.method} ${c.req.routePath}`;
  console.error(JSON.stringify({ event: 'unexpected-error', requestId, where, error: describeError(error) }));
  if (isDatabaseAway(error)) return problem(c, databaseAway);
  const body = {
    type: 'urn:opsknight:problem:unexpected',
    title: 'Something went wrong',
    status: 500,
    detail: 'This is our fault. Tell your administrator the request id.',
    requestId,
  };
  return c.body(JSON.stringify(body), 500, {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
  });
};

/** For `app.notFound` of the API. */
export const notFound: NotFoundHandler<AppEnv> = (c) =>
  problem(c, failure('not-found', `There is no ${c.req.method} route here.`));

function codeOf(status: number): FailureCode {
  const codes: FailureCode[] = [
    'unauthenticated',
    'forbidden',
    'not-found',
    'conflict',
    'too-large',
    'unprocessable',
    'rate-limited',
  ];
  return codes.find((code) => HTTP_STATUS[code] === status) ?? 'invalid';
}
