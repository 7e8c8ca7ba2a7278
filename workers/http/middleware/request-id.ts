import { createMiddleware } from 'hono/factory';
import { randomText } from '../../../domain/shared/ids';
import { randomBytes } from '../../access/bytes';
import type { AppEnv } from '../app-env';
import { setHeaders } from './set-headers';

/** Names the request: by the caller's x-request-id when it is a plain word, else by a new one. The answer carries it too. */
export const requestId = createMiddleware<AppEnv>(async (c, next) => {
  const given = c.req.header('x-request-id');
  const id = given && /^[\w.-]{8,64}$/.test(given) ? given : `req_${randomText(16, randomBytes)}`;
  c.set('requestId', id);
  await next();
  setHeaders(c, { 'x-request-id': id });
});
