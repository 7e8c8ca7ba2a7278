import { createMiddleware } from 'hono/factory';
import { failure } from '../../../domain/shared/errors';
import { authenticateApiRequest } from '../../access/authenticate';
import type { AppEnv } from '../app-env';
import { actAs } from './act-as';
import { appendCookie } from './append-cookie';
import { isForged } from './csrf';
import { problem } from './problem';

/** For /api/v1: takes an API key or a session (from our own pages only), and refuses everybody else with 401. */
export const authenticateApi = createMiddleware<AppEnv>(async (c, next) => {
  const context = c.get('context');
  const { via, authentication } = await authenticateApiRequest(context, c.req.raw);
  switch (authentication.kind) {
    case 'anonymous':
      return problem(c, failure('unauthenticated', 'Send an API key: "Authorization: Bearer ok_…".'));
    case 'refused':
      return problem(
        c,
        via === 'bearer'
          ? failure('unauthenticated', 'This API key is unknown, expired or revoked.')
          : failure('unauthenticated', 'The session has ended. Sign in again.'),
      );
    case 'authenticated': {
      if (via === 'cookie' && isForged(c.req.raw, context.config)) {
        return problem(c, failure('forbidden', 'This request did not come from a page of this application.'));
      }
      actAs(c, authentication, via === 'bearer' ? 'api' : 'web');
      await next();
      if (authentication.renewedCookie) appendCookie(c, authentication.renewedCookie);
    }
  }
});
