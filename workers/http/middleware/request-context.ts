import { createMiddleware } from 'hono/factory';
import { ANONYMOUS } from '../../../domain/access/actor';
import { randomBytes } from '../../access/bytes';
import { configOf } from '../../config';
import { databaseOf } from '../../database';
import type { AppEnv } from '../app-env';

/** Makes the context of a request, for somebody not signed in; the clock is read here and nowhere further in. */
export const requestContext = createMiddleware<AppEnv>(async (c, next) => {
  c.set('context', {
    actor: ANONYMOUS,
    origin: 'web',
    now: Date.now(),
    random: randomBytes,
    db: databaseOf(c.env),
    env: c.env,
    config: configOf(c.env),
    requestId: c.get('requestId'),
    ip: c.req.header('cf-connecting-ip') ?? null,
    waitUntil: (work) => c.executionCtx.waitUntil(work),
  });
  c.set('actor', ANONYMOUS);
  c.set('viewer', null);
  c.set('verifiedOffline', false);
  await next();
});
