import { createMiddleware } from 'hono/factory';
import { authenticateSession } from '../../access/authenticate-session';
import { clearedSessionCookie } from '../../access/cookie';
import type { AppEnv } from '../app-env';
import { actAs } from './act-as';
import { appendCookie } from './append-cookie';

/** For pages: finds out who is signed in, and leaves it to the page what somebody else may see. Dead cookies are cleared. */
export const authenticateWeb = createMiddleware<AppEnv>(async (c, next) => {
  const context = c.get('context');
  const authentication = await authenticateSession(context, c.req.raw);
  switch (authentication.kind) {
    case 'anonymous':
      return next();
    case 'refused':
      await next();
      return appendCookie(c, clearedSessionCookie(context.config));
    case 'authenticated':
      actAs(c, authentication, 'web');
      await next();
      if (authentication.renewedCookie) appendCookie(c, authentication.renewedCookie);
  }
});
